/** Words that carry grammar and no subject, folded: Darija in both scripts, Arabic, French, English, Tamazight. */
const words = `
	3afak 3afakom 3andi 3endi 3la 3lach 3lash 3lax 3lih 3liha 3ndha 3ndhom 3ndi 3ndo 4ir 5asni 5assni 7it
	7itach 7na 7ta 7tta 8ad 8adchi a about ach achno achnou ad afak ah ai ala alach am an ana and andi any
	ar are as ash at au aux avec avoir avons aw ax axno ayad b b4it bach bax be been bezaf bghit bgit bi
	bien brit but by bzaf bzf bzzaf c ca can ce ces cet cette ch7al chhal chi chkon chkoun chno chnou chwiya
	combien comme comment could d daba dans db dba de des dial diali dialo dialy did do does dont du dyal
	dyalha dyalhom dyali dyalk dyalna dyalo dyli ela elle elles en es est et etait ete etre eux f fach faire
	fait fax fayn feen fi fin fo9ach for fou9ach from g get gha ghadi ghef gher ghi ghir got ha had hadak
	hadchi hadik hadou hadshi hadxi has have he her hes hia his hit hitax hiya how howa hta huma i if il ila
	ils im imata imta in is it its ive iyyeh j je just kan kanet kant kayn kayna kaynin kent khasni khassni
	kifach kifash kifax kifeche kifma kima kiyyi knt konti l la le les leur leurs li lih liha ll lui m m3a
	ma ma3 mais mamenk mani manik matta max me men mes mine mn mnin moi mon my n ne nekk netta nettat nni no
	nos not notre nous nta nti o of ola on ont or ou our par pas plait plus pour pourquoi qu quand que quel
	quelle quelqu quelque qui quoi ra rah raha raho rahom rani re ri s sa safi salam salut sans se ses she
	shes shi shkoun shno should si slm slt so some sommes son sont sous suis sur svp t ta te tes that the
	their them there these they this to toi ton too tous tout tres tu u un une ur ve very vos votre vous w
	w7d wa5a wa7d wa7da wa7ed wach wahd wahda wahed wakha walakin walakn wallah walo walou was wash wax waxa
	we were what when where who why will with wkha wla wlakin wlla wlo would x7al xhal xi xkon xno y yak yan
	yat yes yla you your zg
	اش اشنو الا التي الذي الى امتى ان انا انت او اين ب باش بزاف بعض بغيت به بها بي ثم حتى حيت خاص خاصني د
	دابا داك ديال ديالها ديالو ديالي ديك ذلك راني راه سلام شحال شكون شنو شي عافاك علاش على عن عند عندها عندو
	عندي غادي غير ف فاش في فين قد ك كان كانت كل كيف كيفاش ل لا لدي لم لماذا لن له لها لهم لي ما ماذا متى مع
	من نحن هاد هادشي هذا هذه هل هم هو هي و واحد واحدة واخا واش والو ولا ولكن يا
`

const functionWords: ReadonlySet<string> = new Set(words.split(/\s+/).filter(Boolean))

/** True for a folded word that carries grammar and no subject (dyali, كيفاش, avec). */
export const isFunctionWord = (word: string): boolean => functionWords.has(word)
