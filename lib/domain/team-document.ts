import * as z from 'zod/mini'
import { finding } from './finding'
import { requestAnswer } from './request-answer'

/**
 * What marketing writes for the whole team beside assets and playbook. Each has an `id` of its own and a `version` that grows
 * by one with every change; it travels with the hub, or in the shared library file.
 */
export const teamDocument = z.discriminatedUnion('kind', [finding, requestAnswer])
export type TeamDocument = z.infer<typeof teamDocument>
export type TeamDocumentKind = TeamDocument['kind']
export type TeamDocumentOf<K extends TeamDocumentKind> = Extract<TeamDocument, { kind: K }>
