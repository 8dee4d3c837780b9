import { seededRandom } from './seeded-random';

const GIVEN_NAMES = (
  'Adaeze Aino Alba Amadou Amira Anouk Aron Beatriz Benoit Bilal Bojan Camille Carlos Chiara Dagny Dario Dilan Edda ' +
  'Eleni Elif Emeka Enzo Fatou Femke Finn Flurina Gianna Goran Hana Hugo Ilse Imani Ines Ivo Jana Jasper Joana Jonas ' +
  'Kaito Kavya Keanu Klara Lamine Laszlo Leila Levin Linnea Luca Maelle Malik Marek Marisol Mateo Mei Milo Mina Nadia ' +
  'Naoko Nils Noemi Nuno Olena Oskar Paloma Petra Pia Priya Quentin Rafael Ravi Renske Rosalie Ruben Sade Samir Selin ' +
  'Sina Stellan Sven Tariq Tereza Thandi Tomas Tove Uma Valentin Vera Viggo Wanja Xenia Yael Yannick Yuki Zara Zoltan'
).split(' ');

const FAMILY_NAMES = (
  'Abegglen Adeyemi Almqvist Amsler Andrade Aoki Arslan Bachmann Balogun Banerjee Barbosa Bellini Berglund Bianchi ' +
  'Bossard Brandao Brunner Caduff Calvo Castellan Chaudhry Chevalier Corti Danek Delacroix Demir Diallo Dubach Eder ' +
  'Egger Ekholm Elmasri Falk Farkas Ferrand Fontana Frisk Furrer Gallo Garnier Gerber Giroud Haddad Halvorsen Hashimoto ' +
  'Hegner Horvat Hussain Ibarra Iseli Ivanova Jansen Jaquet Jokinen Kaelin Kamara Kaya Keller Kimura Kovac Kunz Laurent ' +
  'Lehtonen Lindt Lopes Lutz Maillard Marchetti Mensah Meyrat Moreau Mukherjee Nakata Nemeth Nguema Novak Nyffeler ' +
  'Obrist Okafor Oliveira Ortega Pellegrin Petrov Pires Quiroga Rahimi Rentsch Ribeiro Rossier Saavedra Saito Salis ' +
  'Schaller Sokolov Soto Stadler Steiner Tamm Tanner Teixeira Thoma Torres Ueda Uysal Valente Vogt Volkov Walser ' +
  'Wanner Weiss Wyss Yamada Zahnd Zanetti Zeller Zumbach'
).split(' ');

/** A made-up name that always is the same for the same key, such as an account ID. */
export function madeUpName(key: string): string {
  const random = seededRandom(`name of ${key}`);
  return `${random.pick(GIVEN_NAMES)} ${random.pick(FAMILY_NAMES)}`;
}
