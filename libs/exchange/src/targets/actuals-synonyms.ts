const list = (words: string) => words.split(',').map((phrase) => phrase.trim());

/** Words in the headings of extracts from accounting systems, in the form of `headingWords`, Danish and English. */
export const ACTUALS_SYNONYMS = {
  account:
    list(`konto, kontonr, konto nr, kontonummer, kontostreng, artskonto, finanskonto, autoriseret konto, konto id, registreringskonto,
    account, account no, account number, account code, gl account, g l account, general ledger account, ledger account, konti`),
  costCentre:
    list(`omkostningssted, omkostningsted, omk sted, omksted, omkostningsstednr, omkostningscenter, profitcenter, psp element, delregnskab,
    ansvarssted, steddimension, cost centre, cost center, costcentre, costcenter, cost centre no, cost center code, department code`),
  period:
    list(`periode, regnskabsperiode, bogføringsperiode, posteringsperiode, måned, regnskabsmåned, bogføringsdato, posteringsdato, bilagsdato,
    dato, period, posting period, accounting period, fiscal period, month, posting date, document date, date`),
  actualAmount:
    list(`beløb, nettobeløb, beløb dkk, beløb i dkk, beløb i kr, forbrug, årets forbrug, realiseret, regnskab, faktisk, saldo,
    bevægelse, posteret beløb, amount, net amount, amount dkk, actual, actuals, actual amount, spent, spend, balance, local currency amount`),
  budgetAmount:
    list(`budget, korrigeret budget, vedtaget budget, oprindeligt budget, budgetbeløb, periodebudget, periodiseret budget,
    budget amount, budgeted, adopted budget, revised budget, period budget`),
  postingText:
    list(`tekst, posteringstekst, bilagstekst, linjetekst, finanstekst, kontotekst, kontonavn, beskrivelse, text, posting text,
    line text, item text, description, account name`),
  postingRef:
    list(`bilag, bilagsnr, bilags nr, bilagsnummer, bilag nr, posteringsnr, posteringsnummer, dokumentnr, dokumentnummer, voucher,
    voucher no, voucher number, document no, document number, doc no, posting no, posting number, posting ref, reference, journal no`),
} as const;
