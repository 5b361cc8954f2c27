/**
 * YAML files as typed data: text in, a checked value out, or every fault with its line. YAML 1.2 core schema
 * (https://yaml.org/spec/1.2.2/), checked by a valibot schema.
 */
export { parseTypedYaml } from './typed-yaml.ts'
