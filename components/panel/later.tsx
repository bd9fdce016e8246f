import { lazy, useState, type ComponentType } from 'react'
import { bring } from '@/components/ui/bring'

type Load<P> = () => Promise<{ default: ComponentType<P> }>

export interface Later<P> {
  (props: P): React.JSX.Element
  /** Fetches the part before it is wanted; it is then drawn at once, without a fallback. */
  fetch: () => Promise<unknown>
}

/** A part of the panel that is not needed for its first picture. */
export function later<P extends object>(load: Load<P>): Later<P> {
  let here: ComponentType<P> | undefined
  const fetch = async () => {
    const module = await bring(load)
    here = module.default
    return module
  }
  const Waiting: ComponentType<P> = lazy(fetch)
  function Part(props: P) {
    // Chosen once a mount: another component in its place would lose its state.
    const [Shown] = useState(() => here ?? Waiting)
    return <Shown {...props} />
  }
  return Object.assign(Part, { fetch })
}
