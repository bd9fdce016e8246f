import { type SampleAsset, sampleAssets } from '../../sample-assets.ts'
import { seedId } from '../ids.ts'
import type { SeedBuilder } from './builder.ts'

const fileTypes: Record<string, readonly [type: string, extension: string]> = {
  deck: ['POWER_POINT_X', 'pptx'],
  template: ['EXCEL_X', 'xlsx'],
  video: ['MP4', 'mp4'],
}

/** Assets of these kinds are pages, not files, and have no place in Salesforce Files. */
const pageKinds = ['blog-post', 'webinar', 'calculator', 'pricing', 'demo', 'event']

export const versionId = (assetKey: string): string => seedId('068', assetKey)
const documentId = (assetKey: string): string => seedId('069', assetKey)

/** Adds one library that holds every sample asset that is a file. */
export function addLibrary(builder: SeedBuilder, owner: string): void {
  const library = builder.add('ContentWorkspace', 'sales-library', 400, { Name: 'Sales library', DeveloperName: 'Sales_library', Description: 'What sales may send' })
  for (const asset of sampleAssets.filter(({ kind }) => !pageKinds.includes(kind))) addFile(builder, library, asset, owner)
}

function addFile(builder: SeedBuilder, library: string, asset: SampleAsset, owner: string): void {
  const key = asset.id.replace('quayside-', '')
  const [fileType, extension] = fileTypes[asset.kind] ?? ['PDF', 'pdf']
  builder.add('ContentDocument', key, 200, { Title: asset.title, FileType: fileType, LatestPublishedVersionId: versionId(key), OwnerId: owner })
  builder.add('ContentVersion', key, 200, {
    ContentDocumentId: documentId(key), Title: asset.title, Description: asset.abstract.slice(0, 1000), TagCsv: asset.kind, FileType: fileType,
    FileExtension: extension, ContentSize: 240_000 + asset.title.length * 8000, VersionNumber: '1', IsLatest: true, PublishStatus: 'P',
    PathOnClient: `${key}.${extension}`, OwnerId: owner,
  })
  builder.add('ContentWorkspaceDoc', key, 200, { ContentWorkspaceId: library, ContentDocumentId: documentId(key), IsOwner: true })
}
