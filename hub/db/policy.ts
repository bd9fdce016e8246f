/** Conditions of row-level security. Steps are frozen, so what stands here is only added to. */
export const me = `nullif(current_setting('leadside.person', true), '')::uuid`
const roleIs = (...roles: string[]) => `current_setting('leadside.role', true) in (${roles.map((role) => `'${role}'`).join(', ')})`
export const desk = roleIs('owner', 'marketer')
export const owner = roleIs('owner')
export const anybody = roleIs('owner', 'marketer', 'rep')
export const theRecord = `record_key = nullif(current_setting('leadside.record', true), '')`

export type Rule = readonly [table: string, command: 'select' | 'insert' | 'update' | 'delete', condition: string]

/** Closes the tables to whom the hub acts for, but for what the rules open to read (`using`) and to write (`check`). */
export function closeBut(rules: readonly Rule[], closed: readonly string[] = []): string[] {
  const tables = [...new Set(rules.map(([table]) => table)), ...closed]
  return [
    ...tables.map((table) => `alter table ${table} enable row level security`),
    ...rules.map(([table, command]) => `grant ${command} on ${table} to leadside_person`),
    ...rules.map(([table, command, condition]) => `create policy ${table}_${command} on ${table} for ${command} to leadside_person ${clause(command, condition)}`),
  ]
}

function clause(command: Rule[1], condition: string): string {
  if (command === 'insert') return `with check (${condition})`
  return command === 'update' ? `using (${condition}) with check (${condition})` : `using (${condition})`
}
