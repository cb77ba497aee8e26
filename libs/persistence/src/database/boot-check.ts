import type { DataSource } from 'typeorm';
import { MIGRATIONS } from '../migrations';

/**
 * What would make it unsafe to serve: an application role that can bypass row-level security, a table of an
 * organisation without its policy, a schema that is not migrated. Empty = safe.
 */
export async function unsafeToServe(dataSource: DataSource): Promise<string[]> {
  const [role] = await dataSource.query<{ super: boolean; bypass: boolean; owned: number }[]>(`
    select r.rolsuper as super, r.rolbypassrls as bypass,
      (select count(*)::int from pg_class c where c.relowner = r.oid and c.relkind = 'r' and c.relnamespace = 'public'::regnamespace) as owned
    from pg_roles r where r.rolname = current_user`);
  const faults: string[] = [];
  if (role?.super) faults.push('The database role is a superuser; connect as hoest_app.');
  if (role?.bypass) faults.push('The database role can bypass row-level security; connect as hoest_app.');
  if (role && role.owned > 0) faults.push('The database role owns tables; connect as hoest_app.');
  const bare = await dataSource.query<{ name: string }[]>(`
    select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'organisation_id' and not a.attisdropped
    where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
      and (not c.relrowsecurity or not c.relforcerowsecurity or not exists (select from pg_policy p where p.polrelid = c.oid))`);
  for (const { name } of bare) faults.push(`Table ${name} has no forced row-level security.`);
  const ran = await dataSource.query<{ name: string }[]>('select name from schema_migration');
  const names = new Set(ran.map((row) => row.name));
  for (const migration of MIGRATIONS) {
    const name = new migration().name ?? migration.name;
    if (!names.has(name)) faults.push(`Migration ${name} has not run; run "npm run migrate".`);
  }
  return faults;
}
