/** `otherwise(schema, value)`: what is not as agreed becomes the value. For foreign answers, of which a part may be odd. */
export { catch as otherwise } from 'zod/mini'
