import { toCreativeWork } from '@/lib/domain/asset-export'
import { AppError } from '@/lib/domain/errors'
import type { AppDeps } from '../deps'

/**
 * What a team without a hub shares at an address: approved assets in schema.org's terms, the playbook, findings and answers. The
 * form `file` sources read. @throws AppError `policy` where exports are forbidden
 */
export async function teamFile(app: AppDeps): Promise<string> {
  if ((await app.policy()).allowExport === false) throw new AppError('policy')
  const [assets, playbook, findings, answers] = await Promise.all([
    app.assets.all(), app.playbooks.current(), app.documents.all('finding'), app.documents.all('request-answer'),
  ])
  return JSON.stringify({
    leadside: 'team', version: 1, madeAt: new Date(app.clock.now()).toISOString(), assets: assets.filter(({ status }) => status === 'approved').map(toCreativeWork),
    playbook, documents: [...findings, ...answers],
  }, null, 1)
}
