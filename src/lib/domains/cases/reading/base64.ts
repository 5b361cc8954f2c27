/** Bytes as standard base64 and back, as they travel in JSON. @throws Error for a text that is none */
import { base64 } from '@scure/base'

export const toBase64 = (bytes: Uint8Array): string => base64.encode(bytes)
export const fromBase64 = (text: string): Uint8Array => base64.decode(text)
