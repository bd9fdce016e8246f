import { anybody, closeBut, desk, me, owner, theRecord, type Rule } from '../policy'
import type { Step } from '../step'

/** Who may read (`using`) and write (`check`) rows of each table, when the hub acts for a person. What is not named is closed. */
const rules: readonly Rule[] = [
  ['setting', 'select', anybody], ['setting', 'insert', owner], ['setting', 'update', owner],
  ['person', 'select', `${desk} or id = ${me}`], ['person', 'update', owner],
  ['invite', 'select', owner], ['invite', 'insert', owner], ['invite', 'update', owner],
  ['session', 'select', `${owner} or person_id = ${me}`], ['session', 'update', `${owner} or person_id = ${me}`],
  ['audit', 'select', owner], ['audit', 'insert', `person_id = ${me}`],
  ['counter', 'select', anybody], ['counter', 'update', anybody],
  ['event', 'select', `${desk} or person_id = ${me}`], ['event', 'insert', `person_id = ${me}`], ['event', 'delete', owner],
  ['standing', 'select', `${desk} or ${theRecord}`],
  ['rollup', 'select', desk],
  ['asset', 'select', `${desk} or (${anybody} and status <> 'draft')`], ['asset', 'insert', desk], ['asset', 'update', desk], ['asset', 'delete', desk],
  ['asset_version', 'select', desk], ['asset_version', 'insert', desk],
  ['asset_change', 'select', anybody], ['asset_change', 'insert', desk], ['asset_change', 'update', desk],
  ['playbook', 'select', anybody], ['playbook', 'insert', desk],
  ['link', 'select', `${desk} or person_id = ${me}`], ['link', 'insert', `person_id = ${me}`],
  ['link_view', 'select', `${desk} or slug in (select slug from link where person_id = ${me})`],
  ['link_count', 'select', desk],
  ['sender', 'select', owner], ['sender', 'insert', owner], ['sender', 'update', owner],
  ['touch', 'select', `${desk} or ${theRecord} or email_hash = nullif(current_setting('leadside.email', true), '')`],
]

/**
 * The second lock: for a person the hub acts as `leadside_person`, which is no superuser and owns nothing. The role belongs to
 * the whole cluster and may be there already.
 */
export const rights: Step = {
  id: '05-rights',
  statements: [
    `do $$ begin create role leadside_person nologin; exception when duplicate_object or unique_violation then null; end $$`,
    `do $$ begin execute format('grant leadside_person to %I', current_user); exception when others then null; end $$`,
    `do $$ begin execute format('grant usage on schema %I to leadside_person', current_schema()); end $$`,
    ...closeBut(rules, ['secret', 'invite_use', 'rate', 'erased']),
  ],
}
