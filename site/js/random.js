/** Bytes in the alphabet of URLs, without padding. */
export function base64url(bytes) {
  const text = btoa(String.fromCharCode(...new Uint8Array(bytes)));
  return text.replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/** 256 random bits as text: nobody can guess it, and no two are the same. */
export const randomText = () => base64url(crypto.getRandomValues(new Uint8Array(32)));
