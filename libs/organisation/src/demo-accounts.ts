/** Password of every account that comes with the demo data; public on purpose, and such accounts exist nowhere else. */
export const DEMO_PASSWORD = 'harvest-demo-2026';
