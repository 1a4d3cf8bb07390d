/** Español: las palabras de la página que prepara una visita médica. */
export const words = {
  "Your questions come first, then what you choose from the guide, with room for notes. Print it or save it as a PDF.":
    "Primero sus preguntas, luego lo que elija de la guía, con espacio para notas. Imprímalo o guárdelo como PDF.",
  "My questions": "Mis preguntas",
  "One on each line. They stay in this tab: nobody is sent them, and they are gone when you close it.":
    "Una en cada línea. Se quedan en esta pestaña: no se envían a nadie y desaparecen al cerrarla.",
  "Ideas to add:": "Ideas para añadir:",
  "What is likely to change in the next months?": "¿Qué puede cambiar en los próximos meses?",
  "Which treatments are there for me, and what are their drawbacks?":
    "¿Qué tratamientos hay para mí y qué inconvenientes tienen?",
  "What can I do myself?": "¿Qué puedo hacer yo?",
  "Which signs mean that I should call you at once?": "¿Con qué señales debo llamarle enseguida?",
  "Who helps me between appointments?": "¿Quién me ayuda entre una cita y otra?",
  "From the guide": "De la guía",
  "Side by side with": "Junto a",
  "For a visit where not everybody speaks the same language.":
    "Para una visita en la que no todos hablan el mismo idioma.",
  "No second language": "Sin segundo idioma",
  Print: "Imprimir",
  "What will be printed": "Lo que se imprimirá",
  "About 1 page": "Aproximadamente 1 página",
  "About {n} pages": "Aproximadamente {n} páginas",
  "For my appointment": "Para mi cita",
  Name: "Nombre",
  Date: "Fecha",
  Notes: "Notas",
  "Last reviewed": "Última revisión",
  "Due for review; may be out of date.": "Pendiente de revisión; puede no estar al día.",
};
