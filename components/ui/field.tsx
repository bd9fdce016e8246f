import { useId } from 'react'
import { cx } from './cx'

interface FieldProps {
  label: string
  value: string
  onChange: (value: string) => void
  /** A text area of so many rows; one line without. */
  rows?: number
  maxLength?: number
  autoFocus?: boolean
  hideLabel?: boolean
  placeholder?: string
  describedBy?: string | undefined
}

const box = 'block w-full rounded-md border border-edge bg-paper px-2 py-1 text-base text-ink'

/** A labelled text. Its direction follows what is typed. */
export function Field({ label, value, onChange, rows, maxLength, autoFocus, hideLabel, placeholder, describedBy }: FieldProps) {
  const id = useId()
  const shared = { id, value, maxLength, placeholder, dir: 'auto', 'aria-describedby': describedBy, className: cx(box, rows === undefined ? 'min-h-7' : 'max-h-80 min-h-16 resize-y field-sizing-content') }
  return (
    <div>
      <label htmlFor={id} className={hideLabel ? 'sr-only' : 'block pb-0.5 text-small text-soft'}>{label}</label>
      {rows === undefined
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the person has just asked for this field
        ? <input {...shared} type="text" autoFocus={autoFocus} onChange={(event) => onChange(event.target.value)} />
        : <textarea {...shared} rows={rows} onChange={(event) => onChange(event.target.value)} />}
    </div>
  )
}
