import { readDocuments, readLexicon } from '../tests/support/search-content.ts'
import { createSearchIndex } from '../src/lib/domains/guide/search-index.ts'
import { search } from '../src/lib/domains/guide/search.ts'
const index = createSearchIndex(readDocuments('fr'), readLexicon())
for (const q of `wa7d kayhedded ykhrej tsawri f fb
chi bnt sjlatni w ana f lcamera
drari f l9ism kayla9bouni b lghlid
kifach n7mi rasi mn lhackers
wa7ed bghani nmchi m3ah l cafe w ana 3ndi 14
mama mabghatch tkhlini nl3b
kifach nfhem wldi bli net khatar
elle m'a bloqué après avoir pris mon argent
j'ai honte d'en parler à mes parents il a mes photos
on a créé un groupe contre moi
mon frère regarde des trucs bizarres
my sister is acting weird and cuts
how do i tell if this message is fake
teacher how to handle fight in whatsapp group
الاستاذ كيتحرش بيا
خويا الصغير ديما كيلعب
شي حد دخل لجيميل ديالي
التلفون ديالي فيه شي حد كيشوف كلشي
ما كنعرفش شنو ندير كيبتزوني
كيفاش نقفل الفايسبوك
هل يمكنني رفع دعوى ضد شخص شتمني
ابن عمي يلمسني
bba s9sani chkoun kanhder m3ah
wahd khda lcode dyal cih
nsit schema d tilifoun
l3yalat kayhdro 3liya f facebook
3tini chi application n3ss 3la wladi
wldi 3ndo 10 ans wach ndir lih facebook
tiktok dkhel lia f rassi ma kan9dch n7bssou
kaygolo liya nta gay
mon prof me touche
je recois des messages bizarre d'un monsieur
ki3ayet liya numero f lil w makayhdrch
someone keeps calling me at night
my boyfriend wants pics
he says he will kill himself if i leave
nchro 3liya video mfabrik
je me suis inscrit sur un site et ils debitent ma carte
imddukal inu ar fllai ttssan
ⵉⵡⵉ ⴰⵔ ⵉⵜⵜⵓⵔⴰⵔ
recette de tajine
meteo casablanca
match raja wydad
كورة القدم
fin nchri tilifoun
bonjour
hello
salam`.split('\n')) { const a=search(index,q); console.log(a.helpPanel?'P':' ',q,'→',a.results.slice(0,3).map(r=>`${r.topic}/${r.audience[0]}${r.audience[1]}:${r.score.toFixed(2)}`).join(' ')) }
