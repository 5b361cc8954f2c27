/** Content of an act in the public record, and its proof. `case_id`: it goes with its case. */
export type ActTables = {
	act_record: { entry: string; case_id: string | null; content: string; salt: Uint8Array }
}
