import { useEffect, useState, type ComponentType } from 'react'
import { bring } from '@/components/ui/bring'

/** A page of its own chunk. */
export interface LazyPage<P extends object> {
  Page: ComponentType<P>
  /** Brings the chunk before the page is drawn. */
  prepare(): void
}

/**
 * A page that is drawn as soon as its chunk is here. React's own `lazy` shows a page that had to wait no sooner than 300 ms after what stands in for it, and lets
 * it read nothing before.
 */
export function lazyPage<P extends object>(load: () => Promise<{ default: ComponentType<P> }>): LazyPage<P> {
  let loaded: ComponentType<P> | undefined
  const prepare = async () => (loaded ??= (await bring(load)).default)
  return {
    Page(props) {
      const [Chosen, choose] = useState(() => loaded)
      useEffect(() => {
        if (Chosen) return undefined
        let isGone = false
        prepare().then((brought) => { if (!isGone) choose(() => brought) }, (failure: unknown) => {
          // Thrown where it is drawn, as any other failure of a page.
          if (!isGone) choose(() => { throw failure })
        })
        return () => { isGone = true }
      }, [Chosen])
      return Chosen ? <Chosen {...props} /> : <div className="flex-1" aria-busy="true" />
    },
    prepare() {
      // What fails here fails again, and is said, where the page is drawn.
      prepare().catch(() => undefined)
    },
  }
}
