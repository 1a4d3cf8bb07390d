/** Español: las palabras alrededor de una guía. */
export const words = {
  // The frame
  "Skip to the content": "Ir al contenido",
  "Search conditions": "Buscar enfermedades",
  Search: "Buscar",
  Site: "Sitio",
  Conditions: "Enfermedades",
  "My Alikes": "Mis Alikes",
  Editing: "Edición",
  "Sign out": "Salir",
  "Sign in": "Entrar",
  "Join free": "Unirse gratis",
  "Editorial process": "Proceso editorial",
  Contact: "Contacto",
  "Try again": "Reintentar",
  "Alike is a place to learn from each other. It is not a substitute for professional medical advice.":
    "Alike es un lugar para aprender unos de otros. No sustituye el consejo de un profesional médico.",
  // Suggestions
  Suggestions: "Sugerencias",
  "No suggestions": "No hay sugerencias",
  "1 suggestion": "1 sugerencia",
  "{n} suggestions": "{n} sugerencias",
  "also: {matched}": "también: {matched}",
  // The guide
  "Health guide": "Guía de salud",
  "Also known as:": "También se llama:",
  Guide: "Guía",
  Language: "Idioma",
  "Reading level": "Nivel de lectura",
  Standard: "Normal",
  "Plain words": "Palabras sencillas",
  "Now shown: {level}": "Ahora se muestra: {level}",
  "Prepare a doctor’s visit": "Preparar una visita médica",
  "Edit this guide": "Editar esta guía",
  "On this page": "En esta página",
  "This guide is not available in {wanted} yet. It is shown in {shown}.":
    "Esta guía todavía no está disponible en {wanted}. Se muestra en {shown}.",
  "This part is not available in {wanted} yet. It is shown in {shown}.":
    "Esta parte todavía no está disponible en {wanted}. Se muestra en {shown}.",
  "This part is not available in plain words yet.":
    "Esta parte todavía no está disponible en palabras sencillas.",
  "This part is only available in plain words.":
    "Esta parte solo está disponible en palabras sencillas.",
  "This part was due for review on {day}. Some of it may be out of date.":
    "Esta parte debía revisarse el {day}. Puede que algo ya no esté al día.",
  "Some of this guide was due for review on {day}. The parts in question say so.":
    "Una parte de esta guía debía revisarse el {day}. Se indica en cada apartado.",
  "Last reviewed {day} by {name}.": "Última revisión: {day}, por {name}.",
  "Last reviewed {day}.": "Última revisión: {day}.",
  "Next review due {day}.": "Próxima revisión prevista: {day}.",
  "Review and sources": "Revisión y fuentes",
  Sources: "Fuentes",
  "This is not a substitute for professional medical advice.":
    "Esto no sustituye el consejo de un profesional médico.",
  "Learn more about our editorial process": "Más sobre nuestro proceso editorial",
  "Related conditions": "Enfermedades relacionadas",
  // The people
  "Learn from others who are experiencing this.": "Aprenda de quienes viven lo mismo.",
  "Learn from others who are experiencing {name}": "Aprenda de otras personas que viven con {name}",
  "{count} Alikes with {label}": "{count} Alikes con {label}",
  "At least {count} Alikes with {label}": "Al menos {count} Alikes con {label}",
  "Fewer than 11 Alikes with {label}": "Menos de 11 Alikes con {label}",
  "People with this condition": "Personas con esta enfermedad",
  "Members who show themselves": "Miembros que se dejan ver",
  "Find people who are experiencing a similar medical reality.":
    "Encuentre a personas que viven una realidad médica parecida.",
  "100% Free": "100 % gratis",
  "Find your Alikes": "Encuentre a sus Alikes",
  "See my Alikes": "Ver mis Alikes",
  "From the community": "De la comunidad",
  "Latest discussions": "Últimas conversaciones",
  "Show more": "Mostrar más",
  "Start a discussion": "Empezar una conversación",
  "to join in.": "para participar.",
  "A former member": "Un antiguo miembro",
  "no replies yet": "sin respuestas todavía",
  "1 reply": "1 respuesta",
  "{n} replies": "{n} respuestas",
  "Members only": "Solo miembros",
  "just now": "ahora mismo",
  "More from the {label} community": "Más de la comunidad de {label}",
  "Nobody has started a discussion here yet. Yours would be the first.":
    "Todavía nadie ha empezado una conversación aquí. La suya sería la primera.",
  // Wisdom
  "Instantly get answers to medical questions, built from the collective wisdom of our community facing similar experiences. Every sentence shows where it comes from.":
    "Respuestas inmediatas a preguntas médicas, a partir de lo que sabe nuestra comunidad con experiencias parecidas. Cada frase muestra de dónde viene.",
  "Your question": "Su pregunta",
  "What would you like to know?": "¿Qué le gustaría saber?",
  Ask: "Preguntar",
  "Ask the community": "Preguntar a la comunidad",
  "Where this comes from": "De dónde viene",
  "Source {n}": "Fuente {n}",
  "Alike guide": "Guía de Alike",
  "Community discussion": "Conversación de la comunidad",
  "Community reply": "Respuesta de la comunidad",
  "Please write your question first.": "Escriba primero su pregunta.",
  "Looking through what we know …": "Buscando en lo que sabemos …",
};
