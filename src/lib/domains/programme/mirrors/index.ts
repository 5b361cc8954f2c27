/** Copies of the site that others host: what a copy holds, how it is signed and checked (decision 090). */
export { fromPublicPem, toPublicPem } from './public-pem.ts'
