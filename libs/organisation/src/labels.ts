import type { AccessRole } from './access';
import type { AssignableKind, AssignedRole, ManagerLevel } from './people';

/** A word in both languages of the product. */
export interface Label {
  da: string;
  en: string;
}

export const ACCESS_ROLE_LABELS: Record<AccessRole, Label> = {
  administrator: { da: 'Administrator', en: 'Administrator' },
  portfolio_office: { da: 'Porteføljekontor', en: 'Portfolio office' },
  leader: { da: 'Leder', en: 'Leader' },
  project_manager: { da: 'Projektleder', en: 'Project manager' },
  finance: { da: 'Økonomi', en: 'Finance' },
  auditor: { da: 'Revisor', en: 'Auditor' },
};

export const ASSIGNED_ROLE_LABELS: Record<AssignedRole, Label> = {
  portfolio_owner: { da: 'Porteføljeejer', en: 'Portfolio owner' },
  steering_chair: { da: 'Styregruppeformand', en: 'Steering group chair' },
  project_owner: { da: 'Projektejer', en: 'Project owner' },
  project_manager: { da: 'Projektleder', en: 'Project manager' },
  benefit_owner: { da: 'Gevinstejer', en: 'Benefit owner' },
  measurer: { da: 'Måleansvarlig', en: 'Measurement responsible' },
  change_lead: { da: 'Forandringsleder', en: 'Change lead' },
  finance_controller: { da: 'Økonomicontroller', en: 'Finance controller' },
  architect: { da: 'Arkitekt', en: 'Architect' },
  process_owner: { da: 'Procesejer', en: 'Process owner' },
  system_owner: { da: 'Systemejer', en: 'System owner' },
};

export const MANAGER_LEVEL_LABELS: Record<ManagerLevel, Label> = {
  none: { da: 'Medarbejder', en: 'Employee' },
  team: { da: 'Teamleder', en: 'Team leader' },
  head: { da: 'Afdelingsleder', en: 'Head of department' },
  director: { da: 'Forvaltningschef', en: 'Director' },
  chief: { da: 'Direktør', en: 'Chief executive' },
};

export const ASSIGNABLE_KIND_LABELS: Record<AssignableKind, Label> = {
  organisation: { da: 'Organisation', en: 'Organisation' },
  unit: { da: 'Enhed', en: 'Unit' },
  strategy: { da: 'Strategi', en: 'Strategy' },
  goal: { da: 'Mål', en: 'Goal' },
  initiative: { da: 'Indsats', en: 'Initiative' },
  benefit: { da: 'Gevinst', en: 'Benefit' },
  process: { da: 'Proces', en: 'Process' },
  system: { da: 'System', en: 'System' },
};
