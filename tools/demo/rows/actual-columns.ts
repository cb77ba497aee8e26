/** Columns of what the accounting system booked. Written before periods are closed: a line of a closed month is refused. */
export const ACTUALS_COLUMNS = {
  finance_matching_rule: ['id', 'created_at', 'updated_at', 'benefit_id', 'account', 'match', 'cost_centre'],
  finance_actual: [
    'id',
    'created_at',
    'updated_at',
    'account',
    'cost_centre',
    'month',
    'amount_minor',
    'budget_minor',
    'currency',
    'text',
    'posting_ref',
    'source_key',
    'occurrence',
  ],
} as const;
