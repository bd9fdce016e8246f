/** Every table with data, each after those it refers to; `schema_step` is made by the steps themselves. */
export const tables = [
  'setting', 'secret', 'counter', 'person', 'invite', 'session', 'invite_use', 'audit', 'rate', 'event', 'standing', 'rollup', 'asset', 'asset_version',
  'asset_change', 'playbook', 'document', 'feed', 'link', 'link_view', 'link_count', 'sender', 'sign_in', 'touch', 'erased', 'hubspot', 'hubspot_state', 'hubspot_use', 'hubspot_cache',
] as const
export type Table = (typeof tables)[number]
