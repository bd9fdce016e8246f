import { useEffect, useState } from 'react'
import type { FixedFields, SourceKind } from '@/lib/domain/source'
import { useTell } from '../../data/ask'

interface Place { kind: SourceKind; address: string }

/** A reading of a source, and the choices made over it; `stale`: choices the shown preview does not have yet. */
export function usePreview({ kind, address }: Place, given: { fixed: FixedFields }) {
  const { mutate: read, data: preview, isPending, error } = useTell('source.preview')
  const [mapping, setMapping] = useState<Record<string, string>>()
  const [fixed, setFixed] = useState(given.fixed)
  const [shown, setShown] = useState({ mapping, fixed })
  useEffect(() => read({ kind, address }), [read, kind, address])

  return {
    preview, isPending, error, fixed, map: setMapping, fix: setFixed,
    stale: shown.mapping !== mapping || shown.fixed !== fixed,
    mapping: mapping ?? preview?.mapping ?? {},
    again: () => read({ kind, address, mapping: mapping ?? preview?.mapping, fixed }, { onSuccess: () => setShown({ mapping, fixed }) }),
  }
}
