/** Public pages carry no client router: HTML and CSS only, small islands where they help. */
export const csr = false
