import { Organisation1764000000001 } from './1764000000001-organisation';
import { Portfolio1764000000002 } from './1764000000002-portfolio';
import { Benefits1764000000003 } from './1764000000003-benefits';
import { Exchange1764000000004 } from './1764000000004-exchange';
import { Maturity1764000000005 } from './1764000000005-maturity';
import { Functions1764000000006 } from './1764000000006-functions';
import { RecalculateNow1764000000008 } from './1764000000008-recalculate-now';
import { ScopesDueBy1764000000009 } from './1764000000009-scopes-due-by';
import { Finance1764000000010 } from './1764000000010-finance';
import { BenefitLifeCycle1764000000011 } from './1764000000011-benefit-life-cycle';
import { BenefitMap1764000000012 } from './1764000000012-benefit-map';
import { Actuals1764000000013 } from './1764000000013-actuals';
import { SettingsKept1764000000014 } from './1764000000014-settings-kept';
import { BudgetVersionsKept1764000000015 } from './1764000000015-budget-versions-kept';
import { GoLiveAssumed1764000000016 } from './1764000000016-go-live-assumed';
import { PasswordGiven1764000000017 } from './1764000000017-password-given';
import { FourEyesKept1764000000018 } from './1764000000018-four-eyes-kept';
import { ValidatedPromiseKept1764000000019 } from './1764000000019-validated-promise-kept';

/** Every migration, oldest first; a new one is added at the end. */
export const MIGRATIONS = [
  Organisation1764000000001,
  Portfolio1764000000002,
  Benefits1764000000003,
  Exchange1764000000004,
  Maturity1764000000005,
  Functions1764000000006,
  RecalculateNow1764000000008,
  ScopesDueBy1764000000009,
  Finance1764000000010,
  BenefitLifeCycle1764000000011,
  BenefitMap1764000000012,
  Actuals1764000000013,
  SettingsKept1764000000014,
  BudgetVersionsKept1764000000015,
  GoLiveAssumed1764000000016,
  PasswordGiven1764000000017,
  FourEyesKept1764000000018,
  ValidatedPromiseKept1764000000019,
];
