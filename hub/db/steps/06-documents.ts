import { anybody, closeBut, desk } from '../policy'
import type { Step } from '../step'

/**
 * `document` keeps the row of a deleted one without its body, so that the deletion travels and versions go on counting.
 * `erased` gets a number, so that every copy of a person's data hears of the erasure.
 */
export const documents: Step = {
  id: '06-documents',
  statements: [
    `insert into counter values ('document', 0), ('erasure', 0)`,
    `create table document (id text primary key, kind text not null, version int not null, body jsonb, seq bigint not null unique,
      updated_at bigint not null, updated_by uuid not null references person)`,
    `alter table erased add column seq bigint not null default 0`,
    `create index on erased (seq)`,
    ...closeBut([
      ['document', 'select', anybody], ['document', 'insert', desk], ['document', 'update', desk],
      ['erased', 'select', anybody],
    ]),
  ],
}
