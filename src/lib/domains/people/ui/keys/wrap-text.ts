/** Wraps as text for forms: standard base64. */
import { base64 } from '@scure/base'

export const toBase64 = (bytes: Uint8Array): string => base64.encode(bytes)
