import * as z from 'zod/mini'
import type { ReadSamples } from '@/lib/app/samples'
import { sampleAsset } from '@/lib/domain/sample-asset'
import { sampleWorkspace } from '@/lib/domain/sample-workspace'
import { readPackaged } from '@/lib/platform/packaged'

/** The samples in our own package. */
export const readSamples: ReadSamples = async () => {
  const [assets, workspace] = await Promise.all([readPackaged('samples/assets.json'), readPackaged('samples/workspace.json')])
  return { assets: z.array(sampleAsset).parse(assets), workspace: sampleWorkspace.parse(workspace) }
}
