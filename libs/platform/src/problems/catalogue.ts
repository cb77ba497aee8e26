/** A text in both languages; `{name}` stands for a parameter. */
interface Text {
  da: string;
  en: string;
}

interface ProblemKind {
  status: number;
  title: Text;
  /** What to do next. */
  detail: Text;
}

/** The only place where a code meets a status and its words. The key is the stable `code` of the answer. */
export const PROBLEMS = {
  invalid: {
    status: 400,
    title: { da: 'Noget i kaldet er ikke gyldigt', en: 'Something in the request is not valid' },
    detail: { da: 'Ret de nævnte felter og send igen.', en: 'Correct the named fields and send again.' },
  },
  malformed: {
    status: 400,
    title: { da: 'Kaldet kan ikke læses', en: 'The request cannot be read' },
    detail: { da: 'Send gyldig JSON, uden gentagne nøgler.', en: 'Send valid JSON without repeated keys.' },
  },
  not_signed_in: {
    status: 401,
    title: { da: 'Du er ikke logget ind', en: 'You are not signed in' },
    detail: { da: 'Log ind, eller send et adgangstoken.', en: 'Sign in, or send an access token.' },
  },
  wrong_credentials: {
    status: 401,
    title: { da: 'E-mail og adgangskode passer ikke sammen', en: 'E-mail and password do not match' },
    detail: {
      da: 'Prøv igen, eller bed en administrator om hjælp.',
      en: 'Try again, or ask an administrator for help.',
    },
  },
  csrf: {
    status: 403,
    title: { da: 'Kaldet mangler sit sikkerhedsmærke', en: 'The request lacks its security mark' },
    detail: { da: 'Genindlæs siden og prøv igen.', en: 'Reload the page and try again.' },
  },
  reauthentication_required: {
    // Not 401: the session is valid and goes on, and clients take 401 for its end.
    status: 403,
    title: { da: 'Bekræft, at det er dig', en: 'Confirm that it is you' },
    detail: {
      da: 'At skrive under kræver, at du har givet din adgangskode inden for de sidste ti minutter. Giv den igen (et program sender den til POST /api/v1/session/confirmation), og gør det om. Intet er gemt endnu.',
      en: 'Signing off takes your password from within the last ten minutes. Give it again (a program sends it to POST /api/v1/session/confirmation) and repeat. Nothing is saved yet.',
    },
  },
  not_allowed: {
    status: 403,
    title: { da: 'Det har du ikke lov til', en: 'You are not allowed to do that' },
    detail: {
      da: 'Bed en administrator om den rolle, der skal til.',
      en: 'Ask an administrator for the role it takes.',
    },
  },
  not_found: {
    status: 404,
    title: { da: 'Det findes ikke, eller du har ikke adgang', en: 'It does not exist, or you have no access' },
    detail: { da: 'Kontrollér adressen, eller søg i porteføljen.', en: 'Check the address, or search the portfolio.' },
  },
  method_not_allowed: {
    status: 405,
    title: { da: 'Adressen kan ikke kaldes sådan', en: 'The address does not take this method' },
    detail: { da: 'Se dokumentationen på /api/docs.', en: 'See the documentation at /api/docs.' },
  },
  conflict: {
    status: 409,
    title: { da: 'Det kan ikke lade sig gøre nu', en: 'That is not possible now' },
    detail: { da: '{what}', en: '{what}' },
  },
  in_progress: {
    status: 409,
    title: { da: 'Det samme kald er i gang', en: 'The same request is being handled' },
    detail: {
      da: 'Vent et øjeblik, og send det igen med samme nøgle.',
      en: 'Wait a moment and send it again with the same key.',
    },
  },
  duplicate: {
    status: 409,
    title: { da: 'Det findes allerede', en: 'It exists already' },
    detail: {
      da: 'Brug en anden værdi, eller ret den, der findes.',
      en: 'Use another value, or edit the one that exists.',
    },
  },
  append_only: {
    status: 409,
    title: { da: 'Det, der er registreret her, ændres ikke', en: 'What is recorded here is not changed' },
    detail: {
      da: 'Registrér en rettelse; den gamle værdi bliver stående.',
      en: 'Record a correction; the former value stays.',
    },
  },
  stale: {
    status: 412,
    title: { da: 'En anden har ændret det imens', en: 'Someone else changed it meanwhile' },
    detail: {
      da: 'Se den nye værdi, og gem igen, hvis din stadig skal gælde.',
      en: 'Look at the new value and save again if yours still holds.',
    },
  },
  too_large: {
    status: 413,
    title: { da: 'Det er for stort', en: 'That is too large' },
    detail: { da: 'Højst {most}.', en: 'At most {most}.' },
  },
  unsupported_media: {
    status: 415,
    title: { da: 'Den slags indhold kan ikke modtages her', en: 'That kind of content is not taken here' },
    detail: { da: 'Send {expected}.', en: 'Send {expected}.' },
  },
  rule_refused: {
    status: 422,
    title: { da: 'En regel siger nej', en: 'A rule says no' },
    detail: { da: 'Se, hvad der mangler, og ret det først.', en: 'See what is missing and correct it first.' },
  },
  key_reused: {
    status: 422,
    title: { da: 'Nøglen er brugt til et andet kald', en: 'The key was used for another request' },
    detail: { da: 'Brug en ny Idempotency-Key til et nyt kald.', en: 'Use a new Idempotency-Key for a new request.' },
  },
  version_required: {
    status: 428,
    title: { da: 'Hvilken version ændrer du?', en: 'Which version are you changing?' },
    detail: { da: 'Send If-Match med ETag fra det, du læste.', en: 'Send If-Match with the ETag of what you read.' },
  },
  key_required: {
    status: 428,
    title: { da: 'Idempotency-Key mangler', en: 'Idempotency-Key is missing' },
    detail: {
      da: 'Send en ny, tilfældig nøgle med hvert nyt kald.',
      en: 'Send a new random key with each new request.',
    },
  },
  too_many: {
    status: 429,
    title: { da: 'For mange forsøg', en: 'Too many attempts' },
    detail: { da: 'Vent et minut, og prøv igen.', en: 'Wait a minute and try again.' },
  },
  internal: {
    status: 500,
    title: { da: 'Der skete en fejl hos os', en: 'Something failed on our side' },
    detail: {
      da: 'Prøv igen. Bliver det ved, så giv driften nummeret {requestId}.',
      en: 'Try again. If it goes on, give the operators the number {requestId}.',
    },
  },
  busy: {
    status: 503,
    title: { da: 'Høst har travlt eller er ved at starte', en: 'Høst is busy or starting' },
    detail: { da: 'Prøv igen om et øjeblik; intet er gået tabt.', en: 'Try again in a moment; nothing is lost.' },
  },
} as const satisfies Record<string, ProblemKind>;

export type ProblemCode = keyof typeof PROBLEMS;

/**
 * Faults of single fields, for rules that a schema cannot say. The text names the remedy. Area folders of the api add
 * their own codes in `field-faults/<area>.ts`.
 */
export type FieldFaultText = Text;
