import 'ol/ol.css';
import { Console } from './page/console.ts';

const place = document.getElementById('page');
if (place === null) {
  throw new Error('The page has no element #page.');
}

void new Console(place).start();
