/** Countries and languages to choose from, named in the language of the page. */
import { spoken } from "./words.js";

const COUNTRIES =
  "AF AX AL DZ AS AD AO AI AQ AG AR AM AW AU AT AZ BS BH BD BB BY BE BZ BJ BM BT BO BA BW BV BR " +
  "IO VG BN BG BF BI KH CM CA CV BQ KY CF TD CL CN CX CC CO KM CG CD CK CR CI HR CU CW CY CZ DK " +
  "DJ DM DO EC EG SV GQ ER EE SZ ET FK FO FJ FI FR GF PF TF GA GM GE DE GH GI GR GL GD GP GU GT " +
  "GG GN GW GY HT HM HN HK HU IS IN ID IR IQ IE IM IL IT JM JP JE JO KZ KE KI KW KG LA LV LB LS " +
  "LR LY LI LT LU MO MG MW MY MV ML MT MH MQ MR MU YT MX FM MD MC MN ME MS MA MZ MM NA NR NP NL " +
  "NC NZ NI NE NG NU NF KP MK MP NO OM PK PW PS PA PG PY PE PH PN PL PT PR QA RE RO RU RW WS SM " +
  "ST SA SN RS SC SL SG SX SK SI SB SO ZA GS KR SS ES LK BL SH KN LC MF PM VC SD SR SJ SE CH SY " +
  "TW TJ TZ TH TL TG TK TO TT TN TR TM TC TV UM VI UG UA AE GB US UY UZ VU VA VE VN WF EH YE ZM ZW";
const LANGUAGES =
  "af sq am ar hy az eu be bn bs bg my ca zh hr cs da nl en et fil fi fr gl ka de el gu ha he hi " +
  "hu is ig id ga it ja kn kk km ko ku ky lo lv lt lb mk ms ml mt mr mn ne no ps fa pl pt pa ro ru " +
  "sr si sk sl so es sw sv ta te th ti tr uk ur uz vi cy xh yo zu";

/** `[code, name]` of each, in the order of the alphabet. */
function named(codes, type) {
  const names = new Intl.DisplayNames([spoken()], { type });
  const { compare } = new Intl.Collator(spoken());
  return codes
    .split(" ")
    .map((code) => [code, names.of(code)])
    .sort(([, one], [, other]) => compare(one, other));
}

export const countries = () => named(COUNTRIES, "region");
export const languages = () => named(LANGUAGES, "language");
