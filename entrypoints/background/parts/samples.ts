import * as z from 'zod/mini'
import { browser } from 'wxt/browser'
import type { ReadSamples } from '@/lib/app/samples'
import { sampleAsset } from '@/lib/domain/sample-asset'
import { sampleWorkspace } from '@/lib/domain/sample-workspace'

/** The samples in our own package. */
export const readSamples: ReadSamples = async () => {
  const [assets, workspace] = await Promise.all([json('samples/assets.json'), json('samples/workspace.json')])
  return { assets: z.array(sampleAsset).parse(assets), workspace: sampleWorkspace.parse(workspace) }
}

async function json(path: string): Promise<unknown> {
  return (await fetch(browser.runtime.getURL(`/${path}` as '/options.html'))).json()
}
