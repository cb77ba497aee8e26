import { Controller } from '@nestjs/common';
import { entryRoutes, ledgerExportRoutes, ledgerRoutes } from '@hoest/contracts';
import { Call, type CallOf, Handle } from '../http/handle';
import { listDoubleCountings } from './double-countings';
import { listEntries } from './entry-list';
import { exportLedger } from './export-ledger';
import { readCurve } from './read-curve';
import { readLedger } from './read-ledger';
import { readLedgerMonths } from './read-ledger-months';

@Controller()
export class LedgerController {
  @Handle(ledgerRoutes.readLedger)
  readLedger(@Call() { tx, query }: CallOf<typeof ledgerRoutes.readLedger>) {
    return readLedger(tx, query);
  }

  @Handle(ledgerRoutes.readLedgerMonths)
  readMonths(@Call() call: CallOf<typeof ledgerRoutes.readLedgerMonths>) {
    return readLedgerMonths(call);
  }

  @Handle(ledgerExportRoutes.exportLedger)
  exportLedger(@Call() call: CallOf<typeof ledgerExportRoutes.exportLedger>) {
    return exportLedger(call);
  }

  @Handle(ledgerRoutes.readCurve)
  readCurve(@Call() call: CallOf<typeof ledgerRoutes.readCurve>) {
    return readCurve(call);
  }

  @Handle(ledgerRoutes.listWarnings)
  listDoubleCountings(@Call() call: CallOf<typeof ledgerRoutes.listWarnings>) {
    return listDoubleCountings(call);
  }

  @Handle(entryRoutes.listEntries)
  listEntries(@Call() call: CallOf<typeof entryRoutes.listEntries>) {
    return listEntries(call);
  }
}
