#!/usr/bin/env node
import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 3057:
/***/ ((module) => {

function isBuffer(value) {
  return Buffer.isBuffer(value) || value instanceof Uint8Array
}

function isEncoding(encoding) {
  return Buffer.isEncoding(encoding)
}

function alloc(size, fill, encoding) {
  return Buffer.alloc(size, fill, encoding)
}

function allocUnsafe(size) {
  return Buffer.allocUnsafe(size)
}

function allocUnsafeSlow(size) {
  return Buffer.allocUnsafeSlow(size)
}

function byteLength(string, encoding) {
  return Buffer.byteLength(string, encoding)
}

function compare(a, b) {
  return Buffer.compare(a, b)
}

function concat(buffers, totalLength) {
  return Buffer.concat(buffers, totalLength)
}

function copy(source, target, targetStart, start, end) {
  return toBuffer(source).copy(target, targetStart, start, end)
}

function equals(a, b) {
  return toBuffer(a).equals(b)
}

function fill(buffer, value, offset, end, encoding) {
  return toBuffer(buffer).fill(value, offset, end, encoding)
}

function from(value, encodingOrOffset, length) {
  return Buffer.from(value, encodingOrOffset, length)
}

function includes(buffer, value, byteOffset, encoding) {
  return toBuffer(buffer).includes(value, byteOffset, encoding)
}

function indexOf(buffer, value, byfeOffset, encoding) {
  return toBuffer(buffer).indexOf(value, byfeOffset, encoding)
}

function lastIndexOf(buffer, value, byteOffset, encoding) {
  return toBuffer(buffer).lastIndexOf(value, byteOffset, encoding)
}

function swap16(buffer) {
  return toBuffer(buffer).swap16()
}

function swap32(buffer) {
  return toBuffer(buffer).swap32()
}

function swap64(buffer) {
  return toBuffer(buffer).swap64()
}

function toBuffer(buffer) {
  if (Buffer.isBuffer(buffer)) return buffer
  return Buffer.from(buffer.buffer, buffer.byteOffset, buffer.byteLength)
}

function toString(buffer, encoding, start, end) {
  return toBuffer(buffer).toString(encoding, start, end)
}

function toHex(buffer, start, end) {
  return toBuffer(buffer).toString('hex', start, end)
}

function write(buffer, string, offset, length, encoding) {
  return toBuffer(buffer).write(string, offset, length, encoding)
}

function readDoubleBE(buffer, offset) {
  return toBuffer(buffer).readDoubleBE(offset)
}

function readDoubleLE(buffer, offset) {
  return toBuffer(buffer).readDoubleLE(offset)
}

function readFloatBE(buffer, offset) {
  return toBuffer(buffer).readFloatBE(offset)
}

function readFloatLE(buffer, offset) {
  return toBuffer(buffer).readFloatLE(offset)
}

function readInt32BE(buffer, offset) {
  return toBuffer(buffer).readInt32BE(offset)
}

function readInt32LE(buffer, offset) {
  return toBuffer(buffer).readInt32LE(offset)
}

function readUInt32BE(buffer, offset) {
  return toBuffer(buffer).readUInt32BE(offset)
}

function readUInt32LE(buffer, offset) {
  return toBuffer(buffer).readUInt32LE(offset)
}

function writeDoubleBE(buffer, value, offset) {
  return toBuffer(buffer).writeDoubleBE(value, offset)
}

function writeDoubleLE(buffer, value, offset) {
  return toBuffer(buffer).writeDoubleLE(value, offset)
}

function writeFloatBE(buffer, value, offset) {
  return toBuffer(buffer).writeFloatBE(value, offset)
}

function writeFloatLE(buffer, value, offset) {
  return toBuffer(buffer).writeFloatLE(value, offset)
}

function writeInt32BE(buffer, value, offset) {
  return toBuffer(buffer).writeInt32BE(value, offset)
}

function writeInt32LE(buffer, value, offset) {
  return toBuffer(buffer).writeInt32LE(value, offset)
}

function writeUInt32BE(buffer, value, offset) {
  return toBuffer(buffer).writeUInt32BE(value, offset)
}

function writeUInt32LE(buffer, value, offset) {
  return toBuffer(buffer).writeUInt32LE(value, offset)
}

module.exports = {
  isBuffer,
  isEncoding,
  alloc,
  allocUnsafe,
  allocUnsafeSlow,
  byteLength,
  compare,
  concat,
  copy,
  equals,
  fill,
  from,
  includes,
  indexOf,
  lastIndexOf,
  swap16,
  swap32,
  swap64,
  toBuffer,
  toString,
  toHex,
  write,
  readDoubleBE,
  readDoubleLE,
  readFloatBE,
  readFloatLE,
  readInt32BE,
  readInt32LE,
  readUInt32BE,
  readUInt32LE,
  writeDoubleBE,
  writeDoubleLE,
  writeFloatBE,
  writeFloatLE,
  writeInt32BE,
  writeInt32LE,
  writeUInt32BE,
  writeUInt32LE
}


/***/ }),

/***/ 3706:
/***/ (function(module) {

!function(t,e){ true?module.exports=e():0}(this,(function(){"use strict";var t=1e3,e=6e4,n=36e5,r="millisecond",i="second",s="minute",u="hour",a="day",o="week",c="month",f="quarter",h="year",d="date",l="Invalid Date",$=/^(\d{4})[-/]?(\d{1,2})?[-/]?(\d{0,2})[Tt\s]*(\d{1,2})?:?(\d{1,2})?:?(\d{1,2})?[.:]?(\d+)?$/,y=/\[([^\]]+)]|YYYY|YY|M{1,4}|D{1,2}|d{1,4}|H{1,2}|h{1,2}|a|A|m{1,2}|s{1,2}|Z{1,2}|SSS/g,M={name:"en",weekdays:"Sunday_Monday_Tuesday_Wednesday_Thursday_Friday_Saturday".split("_"),months:"January_February_March_April_May_June_July_August_September_October_November_December".split("_"),ordinal:function(t){var e=["th","st","nd","rd"],n=t%100;return"["+t+(e[(n-20)%10]||e[n]||e[0])+"]"}},m=function(t,e,n){var r=String(t);return!r||r.length>=e?t:""+Array(e+1-r.length).join(n)+t},v={s:m,z:function(t){var e=-t.utcOffset(),n=Math.abs(e),r=Math.floor(n/60),i=n%60;return(e<=0?"+":"-")+m(r,2,"0")+":"+m(i,2,"0")},m:function t(e,n){if(e.date()<n.date())return-t(n,e);var r=12*(n.year()-e.year())+(n.month()-e.month()),i=e.clone().add(r,c),s=n-i<0,u=e.clone().add(r+(s?-1:1),c);return+(-(r+(n-i)/(s?i-u:u-i))||0)},a:function(t){return t<0?Math.ceil(t)||0:Math.floor(t)},p:function(t){return{M:c,y:h,w:o,d:a,D:d,h:u,m:s,s:i,ms:r,Q:f}[t]||String(t||"").toLowerCase().replace(/s$/,"")},u:function(t){return void 0===t}},g="en",D={};D[g]=M;var p="$isDayjsObject",S=function(t){return t instanceof _||!(!t||!t[p])},w=function t(e,n,r){var i;if(!e)return g;if("string"==typeof e){var s=e.toLowerCase();D[s]&&(i=s),n&&(D[s]=n,i=s);var u=e.split("-");if(!i&&u.length>1)return t(u[0])}else{var a=e.name;D[a]=e,i=a}return!r&&i&&(g=i),i||!r&&g},O=function(t,e){if(S(t))return t.clone();var n="object"==typeof e?e:{};return n.date=t,n.args=arguments,new _(n)},b=v;b.l=w,b.i=S,b.w=function(t,e){return O(t,{locale:e.$L,utc:e.$u,x:e.$x,$offset:e.$offset})};var _=function(){function M(t){this.$L=w(t.locale,null,!0),this.parse(t),this.$x=this.$x||t.x||{},this[p]=!0}var m=M.prototype;return m.parse=function(t){this.$d=function(t){var e=t.date,n=t.utc;if(null===e)return new Date(NaN);if(b.u(e))return new Date;if(e instanceof Date)return new Date(e);if("string"==typeof e&&!/Z$/i.test(e)){var r=e.match($);if(r){var i=r[2]-1||0,s=(r[7]||"0").substring(0,3);return n?new Date(Date.UTC(r[1],i,r[3]||1,r[4]||0,r[5]||0,r[6]||0,s)):new Date(r[1],i,r[3]||1,r[4]||0,r[5]||0,r[6]||0,s)}}return new Date(e)}(t),this.init()},m.init=function(){var t=this.$d;this.$y=t.getFullYear(),this.$M=t.getMonth(),this.$D=t.getDate(),this.$W=t.getDay(),this.$H=t.getHours(),this.$m=t.getMinutes(),this.$s=t.getSeconds(),this.$ms=t.getMilliseconds()},m.$utils=function(){return b},m.isValid=function(){return!(this.$d.toString()===l)},m.isSame=function(t,e){var n=O(t);return this.startOf(e)<=n&&n<=this.endOf(e)},m.isAfter=function(t,e){return O(t)<this.startOf(e)},m.isBefore=function(t,e){return this.endOf(e)<O(t)},m.$g=function(t,e,n){return b.u(t)?this[e]:this.set(n,t)},m.unix=function(){return Math.floor(this.valueOf()/1e3)},m.valueOf=function(){return this.$d.getTime()},m.startOf=function(t,e){var n=this,r=!!b.u(e)||e,f=b.p(t),l=function(t,e){var i=b.w(n.$u?Date.UTC(n.$y,e,t):new Date(n.$y,e,t),n);return r?i:i.endOf(a)},$=function(t,e){return b.w(n.toDate()[t].apply(n.toDate("s"),(r?[0,0,0,0]:[23,59,59,999]).slice(e)),n)},y=this.$W,M=this.$M,m=this.$D,v="set"+(this.$u?"UTC":"");switch(f){case h:return r?l(1,0):l(31,11);case c:return r?l(1,M):l(0,M+1);case o:var g=this.$locale().weekStart||0,D=(y<g?y+7:y)-g;return l(r?m-D:m+(6-D),M);case a:case d:return $(v+"Hours",0);case u:return $(v+"Minutes",1);case s:return $(v+"Seconds",2);case i:return $(v+"Milliseconds",3);default:return this.clone()}},m.endOf=function(t){return this.startOf(t,!1)},m.$set=function(t,e){var n,o=b.p(t),f="set"+(this.$u?"UTC":""),l=(n={},n[a]=f+"Date",n[d]=f+"Date",n[c]=f+"Month",n[h]=f+"FullYear",n[u]=f+"Hours",n[s]=f+"Minutes",n[i]=f+"Seconds",n[r]=f+"Milliseconds",n)[o],$=o===a?this.$D+(e-this.$W):e;if(o===c||o===h){var y=this.clone().set(d,1);y.$d[l]($),y.init(),this.$d=y.set(d,Math.min(this.$D,y.daysInMonth())).$d}else l&&this.$d[l]($);return this.init(),this},m.set=function(t,e){return this.clone().$set(t,e)},m.get=function(t){return this[b.p(t)]()},m.add=function(r,f){var d,l=this;r=Number(r);var $=b.p(f),y=function(t){var e=O(l);return b.w(e.date(e.date()+Math.round(t*r)),l)};if($===c)return this.set(c,this.$M+r);if($===h)return this.set(h,this.$y+r);if($===a)return y(1);if($===o)return y(7);var M=(d={},d[s]=e,d[u]=n,d[i]=t,d)[$]||1,m=this.$d.getTime()+r*M;return b.w(m,this)},m.subtract=function(t,e){return this.add(-1*t,e)},m.format=function(t){var e=this,n=this.$locale();if(!this.isValid())return n.invalidDate||l;var r=t||"YYYY-MM-DDTHH:mm:ssZ",i=b.z(this),s=this.$H,u=this.$m,a=this.$M,o=n.weekdays,c=n.months,f=n.meridiem,h=function(t,n,i,s){return t&&(t[n]||t(e,r))||i[n].slice(0,s)},d=function(t){return b.s(s%12||12,t,"0")},$=f||function(t,e,n){var r=t<12?"AM":"PM";return n?r.toLowerCase():r};return r.replace(y,(function(t,r){return r||function(t){switch(t){case"YY":return String(e.$y).slice(-2);case"YYYY":return b.s(e.$y,4,"0");case"M":return a+1;case"MM":return b.s(a+1,2,"0");case"MMM":return h(n.monthsShort,a,c,3);case"MMMM":return h(c,a);case"D":return e.$D;case"DD":return b.s(e.$D,2,"0");case"d":return String(e.$W);case"dd":return h(n.weekdaysMin,e.$W,o,2);case"ddd":return h(n.weekdaysShort,e.$W,o,3);case"dddd":return o[e.$W];case"H":return String(s);case"HH":return b.s(s,2,"0");case"h":return d(1);case"hh":return d(2);case"a":return $(s,u,!0);case"A":return $(s,u,!1);case"m":return String(u);case"mm":return b.s(u,2,"0");case"s":return String(e.$s);case"ss":return b.s(e.$s,2,"0");case"SSS":return b.s(e.$ms,3,"0");case"Z":return i}return null}(t)||i.replace(":","")}))},m.utcOffset=function(){return 15*-Math.round(this.$d.getTimezoneOffset()/15)},m.diff=function(r,d,l){var $,y=this,M=b.p(d),m=O(r),v=(m.utcOffset()-this.utcOffset())*e,g=this-m,D=function(){return b.m(y,m)};switch(M){case h:$=D()/12;break;case c:$=D();break;case f:$=D()/3;break;case o:$=(g-v)/6048e5;break;case a:$=(g-v)/864e5;break;case u:$=g/n;break;case s:$=g/e;break;case i:$=g/t;break;default:$=g}return l?$:b.a($)},m.daysInMonth=function(){return this.endOf(c).$D},m.$locale=function(){return D[this.$L]},m.locale=function(t,e){if(!t)return this.$L;var n=this.clone(),r=w(t,e,!0);return r&&(n.$L=r),n},m.clone=function(){return b.w(this.$d,this)},m.toDate=function(){return new Date(this.valueOf())},m.toJSON=function(){return this.isValid()?this.toISOString():null},m.toISOString=function(){return this.$d.toISOString()},m.toString=function(){return this.$d.toUTCString()},M}(),Y=_.prototype;return O.prototype=Y,[["$ms",r],["$s",i],["$m",s],["$H",u],["$W",a],["$M",c],["$y",h],["$D",d]].forEach((function(t){Y[t[1]]=function(e){return this.$g(e,t[0],t[1])}})),O.extend=function(t,e){return t.$i||(t(e,_,O),t.$i=!0),O},O.locale=w,O.isDayjs=S,O.unix=function(t){return O(1e3*t)},O.en=D[g],O.Ls=D,O.p={},O}));

/***/ }),

/***/ 5440:
/***/ (function(module) {

!function(e,t){ true?module.exports=t():0}(this,(function(){"use strict";return function(e,t){var r=t.prototype,n=r.format;r.format=function(e){var t=this,r=this.$locale();if(!this.isValid())return n.bind(this)(e);var s=this.$utils(),a=(e||"YYYY-MM-DDTHH:mm:ssZ").replace(/\[([^\]]+)]|Q|wo|ww|w|WW|W|zzz|z|gggg|GGGG|Do|X|x|k{1,2}|S/g,(function(e){switch(e){case"Q":return Math.ceil((t.$M+1)/3);case"Do":return r.ordinal(t.$D);case"gggg":return t.weekYear();case"GGGG":return t.isoWeekYear();case"wo":return r.ordinal(t.week(),"W");case"w":case"ww":return s.s(t.week(),"w"===e?1:2,"0");case"W":case"WW":return s.s(t.isoWeek(),"W"===e?1:2,"0");case"k":case"kk":return s.s(String(0===t.$H?24:t.$H),"k"===e?1:2,"0");case"X":return Math.floor(t.$d.getTime()/1e3);case"x":return t.$d.getTime();case"z":return"["+t.offsetName()+"]";case"zzz":return"["+t.offsetName("long")+"]";default:return e}}));return n.bind(this)(a)}}}));

/***/ }),

/***/ 1919:
/***/ (function(module) {

!function(e,t){ true?module.exports=t():0}(this,(function(){"use strict";return function(e,t,n){t.prototype.dayOfYear=function(e){var t=Math.round((n(this).startOf("day")-n(this).startOf("year"))/864e5)+1;return null==e?t:this.add(e-t,"day")}}}));

/***/ }),

/***/ 9072:
/***/ (function(module) {

!function(e,t){ true?module.exports=t():0}(this,(function(){"use strict";var e="day";return function(t,i,s){var a=function(t){return t.add(4-t.isoWeekday(),e)},d=i.prototype;d.isoWeekYear=function(){return a(this).year()},d.isoWeek=function(t){if(!this.$utils().u(t))return this.add(7*(t-this.isoWeek()),e);var i,d,n,o,r=a(this),u=(i=this.isoWeekYear(),d=this.$u,n=(d?s.utc:s)().year(i).startOf("year"),o=4-n.isoWeekday(),n.isoWeekday()>4&&(o+=7),n.add(o,e));return r.diff(u,"week")+1},d.isoWeekday=function(e){return this.$utils().u(e)?this.day()||7:this.day(this.day()%7?e:e-7)};var n=d.startOf;d.startOf=function(e,t){var i=this.$utils(),s=!!i.u(t)||t;return"isoweek"===i.p(e)?s?this.date(this.date()-(this.isoWeekday()-1)).startOf("day"):this.date(this.date()-1-(this.isoWeekday()-1)+7).endOf("day"):n.bind(this)(e,t)}}}));

/***/ }),

/***/ 7818:
/***/ (function(module) {

!function(t,e){ true?module.exports=e():0}(this,(function(){"use strict";var t={year:0,month:1,day:2,hour:3,minute:4,second:5},e={};return function(n,i,o){var r,a=function(t,n,i){void 0===i&&(i={});var o=new Date(t),r=function(t,n){void 0===n&&(n={});var i=n.timeZoneName||"short",o=t+"|"+i,r=e[o];return r||(r=new Intl.DateTimeFormat("en-US",{hour12:!1,timeZone:t,year:"numeric",month:"2-digit",day:"2-digit",hour:"2-digit",minute:"2-digit",second:"2-digit",timeZoneName:i}),e[o]=r),r}(n,i);return r.formatToParts(o)},u=function(e,n){for(var i=a(e,n),r=[],u=0;u<i.length;u+=1){var f=i[u],s=f.type,m=f.value,c=t[s];c>=0&&(r[c]=parseInt(m,10))}var d=r[3],l=24===d?0:d,h=r[0]+"-"+r[1]+"-"+r[2]+" "+l+":"+r[4]+":"+r[5]+":000",v=+e;return(o.utc(h).valueOf()-(v-=v%1e3))/6e4},f=i.prototype;f.tz=function(t,e){void 0===t&&(t=r);var n,i=this.utcOffset(),a=this.toDate(),u=a.toLocaleString("en-US",{timeZone:t}),f=Math.round((a-new Date(u))/1e3/60),s=15*-Math.round(a.getTimezoneOffset()/15)-f;if(!Number(s))n=this.utcOffset(0,e);else if(n=o(u,{locale:this.$L}).$set("millisecond",this.$ms).utcOffset(s,!0),e){var m=n.utcOffset();n=n.add(i-m,"minute")}return n.$x.$timezone=t,n},f.offsetName=function(t){var e=this.$x.$timezone||o.tz.guess(),n=a(this.valueOf(),e,{timeZoneName:t}).find((function(t){return"timezonename"===t.type.toLowerCase()}));return n&&n.value};var s=f.startOf;f.startOf=function(t,e){if(!this.$x||!this.$x.$timezone)return s.call(this,t,e);var n=o(this.format("YYYY-MM-DD HH:mm:ss:SSS"),{locale:this.$L});return s.call(n,t,e).tz(this.$x.$timezone,!0)},o.tz=function(t,e,n){var i=n&&e,a=n||e||r,f=u(+o(),a);if("string"!=typeof t)return o(t).tz(a);var s=function(t,e,n){var i=t-60*e*1e3,o=u(i,n);if(e===o)return[i,e];var r=u(i-=60*(o-e)*1e3,n);return o===r?[i,o]:[t-60*Math.min(o,r)*1e3,Math.max(o,r)]}(o.utc(t,i).valueOf(),f,a),m=s[0],c=s[1],d=o(m).utcOffset(c);return d.$x.$timezone=a,d},o.tz.guess=function(){return Intl.DateTimeFormat().resolvedOptions().timeZone},o.tz.setDefault=function(t){r=t}}}));

/***/ }),

/***/ 5279:
/***/ (function(module) {

!function(t,i){ true?module.exports=i():0}(this,(function(){"use strict";var t="minute",i=/[+-]\d\d(?::?\d\d)?/g,e=/([+-]|\d\d)/g;return function(s,f,n){var u=f.prototype;n.utc=function(t){var i={date:t,utc:!0,args:arguments};return new f(i)},u.utc=function(i){var e=n(this.toDate(),{locale:this.$L,utc:!0});return i?e.add(this.utcOffset(),t):e},u.local=function(){return n(this.toDate(),{locale:this.$L,utc:!1})};var r=u.parse;u.parse=function(t){t.utc&&(this.$u=!0),this.$utils().u(t.$offset)||(this.$offset=t.$offset),r.call(this,t)};var o=u.init;u.init=function(){if(this.$u){var t=this.$d;this.$y=t.getUTCFullYear(),this.$M=t.getUTCMonth(),this.$D=t.getUTCDate(),this.$W=t.getUTCDay(),this.$H=t.getUTCHours(),this.$m=t.getUTCMinutes(),this.$s=t.getUTCSeconds(),this.$ms=t.getUTCMilliseconds()}else o.call(this)};var a=u.utcOffset;u.utcOffset=function(s,f){var n=this.$utils().u;if(n(s))return this.$u?0:n(this.$offset)?a.call(this):this.$offset;if("string"==typeof s&&(s=function(t){void 0===t&&(t="");var s=t.match(i);if(!s)return null;var f=(""+s[0]).match(e)||["-",0,0],n=f[0],u=60*+f[1]+ +f[2];return 0===u?0:"+"===n?u:-u}(s),null===s))return this;var u=Math.abs(s)<=16?60*s:s;if(0===u)return this.utc(f);var r=this.clone();if(f)return r.$offset=u,r.$u=!1,r;var o=this.$u?this.toDate().getTimezoneOffset():-1*this.utcOffset();return(r=this.local().add(u+o,t)).$offset=u,r.$x.$localOffset=o,r};var h=u.format;u.format=function(t){var i=t||(this.$u?"YYYY-MM-DDTHH:mm:ss[Z]":"");return h.call(this,i)},u.valueOf=function(){var t=this.$utils().u(this.$offset)?0:this.$offset+(this.$x.$localOffset||this.$d.getTimezoneOffset());return this.$d.valueOf()-6e4*t},u.isUTC=function(){return!!this.$u},u.toISOString=function(){return this.toDate().toISOString()},u.toString=function(){return this.toDate().toUTCString()};var l=u.toDate;u.toDate=function(t){return"s"===t&&this.$offset?n(this.format("YYYY-MM-DD HH:mm:ss:SSS")).toDate():l.call(this)};var c=u.diff;u.diff=function(t,i,e){if(t&&this.$u===t.$u)return c.call(this,t,i,e);var s=this.local(),f=n(t).local();return c.call(s,f,i,e)}}}));

/***/ }),

/***/ 4901:
/***/ (function(module) {

!function(e,t){ true?module.exports=t():0}(this,(function(){"use strict";var e="week",t="year";return function(i,n,r){var f=n.prototype;f.week=function(i){if(void 0===i&&(i=null),null!==i)return this.add(7*(i-this.week()),"day");var n=this.$locale().yearStart||1;if(11===this.month()&&this.date()>25){var f=r(this).startOf(t).add(1,t).date(n),s=r(this).endOf(e);if(f.isBefore(s))return 1}var a=r(this).startOf(t).date(n).startOf(e).subtract(1,"millisecond"),o=this.diff(a,e,!0);return o<0?r(this).startOf("week").week():Math.ceil(o)},f.weeks=function(e){return void 0===e&&(e=null),this.week(e)}}}));

/***/ }),

/***/ 9580:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {

module.exports = __nccwpck_require__(4434)


/***/ }),

/***/ 3587:
/***/ ((module) => {

module.exports = class FixedFIFO {
  constructor (hwm) {
    if (!(hwm > 0) || ((hwm - 1) & hwm) !== 0) throw new Error('Max size for a FixedFIFO should be a power of two')
    this.buffer = new Array(hwm)
    this.mask = hwm - 1
    this.top = 0
    this.btm = 0
    this.next = null
  }

  clear () {
    this.top = this.btm = 0
    this.next = null
    this.buffer.fill(undefined)
  }

  push (data) {
    if (this.buffer[this.top] !== undefined) return false
    this.buffer[this.top] = data
    this.top = (this.top + 1) & this.mask
    return true
  }

  shift () {
    const last = this.buffer[this.btm]
    if (last === undefined) return undefined
    this.buffer[this.btm] = undefined
    this.btm = (this.btm + 1) & this.mask
    return last
  }

  peek () {
    return this.buffer[this.btm]
  }

  isEmpty () {
    return this.buffer[this.btm] === undefined
  }
}


/***/ }),

/***/ 3867:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {

const FixedFIFO = __nccwpck_require__(3587)

module.exports = class FastFIFO {
  constructor (hwm) {
    this.hwm = hwm || 16
    this.head = new FixedFIFO(this.hwm)
    this.tail = this.head
    this.length = 0
  }

  clear () {
    this.head = this.tail
    this.head.clear()
    this.length = 0
  }

  push (val) {
    this.length++
    if (!this.head.push(val)) {
      const prev = this.head
      this.head = prev.next = new FixedFIFO(2 * this.head.buffer.length)
      this.head.push(val)
    }
  }

  shift () {
    if (this.length !== 0) this.length--
    const val = this.tail.shift()
    if (val === undefined && this.tail.next) {
      const next = this.tail.next
      this.tail.next = null
      this.tail = next
      return this.tail.shift()
    }

    return val
  }

  peek () {
    const val = this.tail.peek()
    if (val === undefined && this.tail.next) return this.tail.next.peek()
    return val
  }

  isEmpty () {
    return this.length === 0
  }
}


/***/ }),

/***/ 1916:
/***/ ((__unused_webpack_module, exports) => {

var __webpack_unused_export__;

__webpack_unused_export__ = true;
exports.Io = exports.kp = void 0;
var peq = new Uint32Array(0x10000);
var myers_32 = function (a, b) {
    var n = a.length;
    var m = b.length;
    var lst = 1 << (n - 1);
    var pv = -1;
    var mv = 0;
    var sc = n;
    var i = n;
    while (i--) {
        peq[a.charCodeAt(i)] |= 1 << i;
    }
    for (i = 0; i < m; i++) {
        var eq = peq[b.charCodeAt(i)];
        var xv = eq | mv;
        eq |= ((eq & pv) + pv) ^ pv;
        mv |= ~(eq | pv);
        pv &= eq;
        if (mv & lst) {
            sc++;
        }
        if (pv & lst) {
            sc--;
        }
        mv = (mv << 1) | 1;
        pv = (pv << 1) | ~(xv | mv);
        mv &= xv;
    }
    i = n;
    while (i--) {
        peq[a.charCodeAt(i)] = 0;
    }
    return sc;
};
var myers_x = function (b, a) {
    var n = a.length;
    var m = b.length;
    var mhc = [];
    var phc = [];
    var hsize = Math.ceil(n / 32);
    var vsize = Math.ceil(m / 32);
    for (var i = 0; i < hsize; i++) {
        phc[i] = -1;
        mhc[i] = 0;
    }
    var j = 0;
    for (; j < vsize - 1; j++) {
        var mv_1 = 0;
        var pv_1 = -1;
        var start_1 = j * 32;
        var vlen_1 = Math.min(32, m) + start_1;
        for (var k = start_1; k < vlen_1; k++) {
            peq[b.charCodeAt(k)] |= 1 << k;
        }
        for (var i = 0; i < n; i++) {
            var eq = peq[a.charCodeAt(i)];
            var pb = (phc[(i / 32) | 0] >>> i) & 1;
            var mb = (mhc[(i / 32) | 0] >>> i) & 1;
            var xv = eq | mv_1;
            var xh = ((((eq | mb) & pv_1) + pv_1) ^ pv_1) | eq | mb;
            var ph = mv_1 | ~(xh | pv_1);
            var mh = pv_1 & xh;
            if ((ph >>> 31) ^ pb) {
                phc[(i / 32) | 0] ^= 1 << i;
            }
            if ((mh >>> 31) ^ mb) {
                mhc[(i / 32) | 0] ^= 1 << i;
            }
            ph = (ph << 1) | pb;
            mh = (mh << 1) | mb;
            pv_1 = mh | ~(xv | ph);
            mv_1 = ph & xv;
        }
        for (var k = start_1; k < vlen_1; k++) {
            peq[b.charCodeAt(k)] = 0;
        }
    }
    var mv = 0;
    var pv = -1;
    var start = j * 32;
    var vlen = Math.min(32, m - start) + start;
    for (var k = start; k < vlen; k++) {
        peq[b.charCodeAt(k)] |= 1 << k;
    }
    var score = m;
    for (var i = 0; i < n; i++) {
        var eq = peq[a.charCodeAt(i)];
        var pb = (phc[(i / 32) | 0] >>> i) & 1;
        var mb = (mhc[(i / 32) | 0] >>> i) & 1;
        var xv = eq | mv;
        var xh = ((((eq | mb) & pv) + pv) ^ pv) | eq | mb;
        var ph = mv | ~(xh | pv);
        var mh = pv & xh;
        score += (ph >>> (m - 1)) & 1;
        score -= (mh >>> (m - 1)) & 1;
        if ((ph >>> 31) ^ pb) {
            phc[(i / 32) | 0] ^= 1 << i;
        }
        if ((mh >>> 31) ^ mb) {
            mhc[(i / 32) | 0] ^= 1 << i;
        }
        ph = (ph << 1) | pb;
        mh = (mh << 1) | mb;
        pv = mh | ~(xv | ph);
        mv = ph & xv;
    }
    for (var k = start; k < vlen; k++) {
        peq[b.charCodeAt(k)] = 0;
    }
    return score;
};
var distance = function (a, b) {
    if (a.length < b.length) {
        var tmp = b;
        b = a;
        a = tmp;
    }
    if (b.length === 0) {
        return a.length;
    }
    if (a.length <= 32) {
        return myers_32(a, b);
    }
    return myers_x(a, b);
};
exports.Io = distance;
var closest = function (str, arr) {
    var min_distance = Infinity;
    var min_index = 0;
    for (var i = 0; i < arr.length; i++) {
        var dist = distance(str, arr[i]);
        if (dist < min_distance) {
            min_distance = dist;
            min_index = i;
        }
    }
    return arr[min_index];
};
exports.kp = closest;


/***/ }),

/***/ 9379:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const ANY = Symbol('SemVer ANY')
// hoisted class for cyclic dependency
class Comparator {
  static get ANY () {
    return ANY
  }

  constructor (comp, options) {
    options = parseOptions(options)

    if (comp instanceof Comparator) {
      if (comp.loose === !!options.loose) {
        return comp
      } else {
        comp = comp.value
      }
    }

    comp = comp.trim().split(/\s+/).join(' ')
    debug('comparator', comp, options)
    this.options = options
    this.loose = !!options.loose
    this.parse(comp)

    if (this.semver === ANY) {
      this.value = ''
    } else {
      this.value = this.operator + this.semver.version
    }

    debug('comp', this)
  }

  parse (comp) {
    const r = this.options.loose ? re[t.COMPARATORLOOSE] : re[t.COMPARATOR]
    const m = comp.match(r)

    if (!m) {
      throw new TypeError(`Invalid comparator: ${comp}`)
    }

    this.operator = m[1] !== undefined ? m[1] : ''
    if (this.operator === '=') {
      this.operator = ''
    }

    // if it literally is just '>' or '' then allow anything.
    if (!m[2]) {
      this.semver = ANY
    } else {
      this.semver = new SemVer(m[2], this.options.loose)
    }
  }

  toString () {
    return this.value
  }

  test (version) {
    debug('Comparator.test', version, this.options.loose)

    if (this.semver === ANY || version === ANY) {
      return true
    }

    if (typeof version === 'string') {
      try {
        version = new SemVer(version, this.options)
      } catch (er) {
        return false
      }
    }

    return cmp(version, this.operator, this.semver, this.options)
  }

  intersects (comp, options) {
    if (!(comp instanceof Comparator)) {
      throw new TypeError('a Comparator is required')
    }

    if (this.operator === '') {
      if (this.value === '') {
        return true
      }
      return new Range(comp.value, options).test(this.value)
    } else if (comp.operator === '') {
      if (comp.value === '') {
        return true
      }
      return new Range(this.value, options).test(comp.semver)
    }

    options = parseOptions(options)

    // Special cases where nothing can possibly be lower
    if (options.includePrerelease &&
      (this.value === '<0.0.0-0' || comp.value === '<0.0.0-0')) {
      return false
    }
    if (!options.includePrerelease &&
      (this.value.startsWith('<0.0.0') || comp.value.startsWith('<0.0.0'))) {
      return false
    }

    // Same direction increasing (> or >=)
    if (this.operator.startsWith('>') && comp.operator.startsWith('>')) {
      return true
    }
    // Same direction decreasing (< or <=)
    if (this.operator.startsWith('<') && comp.operator.startsWith('<')) {
      return true
    }
    // same SemVer and both sides are inclusive (<= or >=)
    if (
      (this.semver.version === comp.semver.version) &&
      this.operator.includes('=') && comp.operator.includes('=')) {
      return true
    }
    // opposite directions less than
    if (cmp(this.semver, '<', comp.semver, options) &&
      this.operator.startsWith('>') && comp.operator.startsWith('<')) {
      return true
    }
    // opposite directions greater than
    if (cmp(this.semver, '>', comp.semver, options) &&
      this.operator.startsWith('<') && comp.operator.startsWith('>')) {
      return true
    }
    return false
  }
}

module.exports = Comparator

const parseOptions = __nccwpck_require__(356)
const { safeRe: re, t } = __nccwpck_require__(5471)
const cmp = __nccwpck_require__(8646)
const debug = __nccwpck_require__(1159)
const SemVer = __nccwpck_require__(7163)
const Range = __nccwpck_require__(6782)


/***/ }),

/***/ 6782:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const SPACE_CHARACTERS = /\s+/g

// hoisted class for cyclic dependency
class Range {
  constructor (range, options) {
    options = parseOptions(options)

    if (range instanceof Range) {
      if (
        range.loose === !!options.loose &&
        range.includePrerelease === !!options.includePrerelease
      ) {
        return range
      } else {
        return new Range(range.raw, options)
      }
    }

    if (range instanceof Comparator) {
      // just put it in the set and return
      this.raw = range.value
      this.set = [[range]]
      this.formatted = undefined
      return this
    }

    this.options = options
    this.loose = !!options.loose
    this.includePrerelease = !!options.includePrerelease

    // First reduce all whitespace as much as possible so we do not have to rely
    // on potentially slow regexes like \s*. This is then stored and used for
    // future error messages as well.
    this.raw = range.trim().replace(SPACE_CHARACTERS, ' ')

    // First, split on ||
    this.set = this.raw
      .split('||')
      // map the range to a 2d array of comparators
      .map(r => this.parseRange(r.trim()))
      // throw out any comparator lists that are empty
      // this generally means that it was not a valid range, which is allowed
      // in loose mode, but will still throw if the WHOLE range is invalid.
      .filter(c => c.length)

    if (!this.set.length) {
      throw new TypeError(`Invalid SemVer Range: ${this.raw}`)
    }

    // if we have any that are not the null set, throw out null sets.
    if (this.set.length > 1) {
      // keep the first one, in case they're all null sets
      const first = this.set[0]
      this.set = this.set.filter(c => !isNullSet(c[0]))
      if (this.set.length === 0) {
        this.set = [first]
      } else if (this.set.length > 1) {
        // if we have any that are *, then the range is just *
        for (const c of this.set) {
          if (c.length === 1 && isAny(c[0])) {
            this.set = [c]
            break
          }
        }
      }
    }

    this.formatted = undefined
  }

  get range () {
    if (this.formatted === undefined) {
      this.formatted = ''
      for (let i = 0; i < this.set.length; i++) {
        if (i > 0) {
          this.formatted += '||'
        }
        const comps = this.set[i]
        for (let k = 0; k < comps.length; k++) {
          if (k > 0) {
            this.formatted += ' '
          }
          this.formatted += comps[k].toString().trim()
        }
      }
    }
    return this.formatted
  }

  format () {
    return this.range
  }

  toString () {
    return this.range
  }

  parseRange (range) {
    // strip build metadata so it can't bleed into the version
    range = range.replace(BUILDSTRIPRE, '')

    // memoize range parsing for performance.
    // this is a very hot path, and fully deterministic.
    const memoOpts =
      (this.options.includePrerelease && FLAG_INCLUDE_PRERELEASE) |
      (this.options.loose && FLAG_LOOSE)
    const memoKey = memoOpts + ':' + range
    const cached = cache.get(memoKey)
    if (cached) {
      return cached
    }

    const loose = this.options.loose
    // `1.2.3 - 1.2.4` => `>=1.2.3 <=1.2.4`
    const hr = loose ? re[t.HYPHENRANGELOOSE] : re[t.HYPHENRANGE]
    range = range.replace(hr, hyphenReplace(this.options.includePrerelease))
    debug('hyphen replace', range)

    // `> 1.2.3 < 1.2.5` => `>1.2.3 <1.2.5`
    range = trimComparatorWhitespace(range)
    debug('comparator trim', range)

    // `~ 1.2.3` => `~1.2.3`
    range = range.replace(re[t.TILDETRIM], tildeTrimReplace)
    debug('tilde trim', range)

    // `^ 1.2.3` => `^1.2.3`
    range = range.replace(re[t.CARETTRIM], caretTrimReplace)
    debug('caret trim', range)

    // At this point, the range is completely trimmed and
    // ready to be split into comparators.

    let rangeList = range
      .split(' ')
      .map(comp => parseComparator(comp, this.options))
      .join(' ')
      .split(/\s+/)
      // >=0.0.0 is equivalent to *
      .map(comp => replaceGTE0(comp, this.options))

    if (loose) {
      // in loose mode, throw out any that are not valid comparators
      rangeList = rangeList.filter(comp => {
        debug('loose invalid filter', comp, this.options)
        return !!comp.match(re[t.COMPARATORLOOSE])
      })
    }
    debug('range list', rangeList)

    // if any comparators are the null set, then replace with JUST null set
    // if more than one comparator, remove any * comparators
    // also, don't include the same comparator more than once
    const rangeMap = new Map()
    const comparators = rangeList.map(comp => new Comparator(comp, this.options))
    for (const comp of comparators) {
      if (isNullSet(comp)) {
        return [comp]
      }
      rangeMap.set(comp.value, comp)
    }
    if (rangeMap.size > 1 && rangeMap.has('')) {
      rangeMap.delete('')
    }

    const result = [...rangeMap.values()]
    cache.set(memoKey, result)
    return result
  }

  intersects (range, options) {
    if (!(range instanceof Range)) {
      throw new TypeError('a Range is required')
    }

    return this.set.some((thisComparators) => {
      return (
        isSatisfiable(thisComparators, options) &&
        range.set.some((rangeComparators) => {
          return (
            isSatisfiable(rangeComparators, options) &&
            thisComparators.every((thisComparator) => {
              return rangeComparators.every((rangeComparator) => {
                return thisComparator.intersects(rangeComparator, options)
              })
            })
          )
        })
      )
    })
  }

  // if ANY of the sets match ALL of its comparators, then pass
  test (version) {
    if (!version) {
      return false
    }

    if (typeof version === 'string') {
      try {
        version = new SemVer(version, this.options)
      } catch (er) {
        return false
      }
    }

    for (let i = 0; i < this.set.length; i++) {
      if (testSet(this.set[i], version, this.options)) {
        return true
      }
    }
    return false
  }
}

module.exports = Range

const LRU = __nccwpck_require__(1383)
const cache = new LRU()

const parseOptions = __nccwpck_require__(356)
const Comparator = __nccwpck_require__(9379)
const debug = __nccwpck_require__(1159)
const SemVer = __nccwpck_require__(7163)
const trimComparatorWhitespace = __nccwpck_require__(9737)
const {
  safeRe: re,
  src,
  t,
  tildeTrimReplace,
  caretTrimReplace,
} = __nccwpck_require__(5471)
const { FLAG_INCLUDE_PRERELEASE, FLAG_LOOSE } = __nccwpck_require__(5101)

// unbounded global build-metadata stripper used by parseRange
const BUILDSTRIPRE = new RegExp(src[t.BUILD], 'g')

const isNullSet = c => c.value === '<0.0.0-0'
const isAny = c => c.value === ''

// take a set of comparators and determine whether there
// exists a version which can satisfy it
const isSatisfiable = (comparators, options) => {
  let result = true
  const remainingComparators = comparators.slice()
  let testComparator = remainingComparators.pop()

  while (result && remainingComparators.length) {
    result = remainingComparators.every((otherComparator) => {
      return testComparator.intersects(otherComparator, options)
    })

    testComparator = remainingComparators.pop()
  }

  return result
}

// comprised of xranges, tildes, stars, and gtlt's at this point.
// already replaced the hyphen ranges
// turn into a set of JUST comparators.
const parseComparator = (comp, options) => {
  comp = comp.replace(re[t.BUILD], '')
  debug('comp', comp, options)
  comp = replaceCarets(comp, options)
  debug('caret', comp)
  comp = replaceTildes(comp, options)
  debug('tildes', comp)
  comp = replaceXRanges(comp, options)
  debug('xrange', comp)
  comp = replaceStars(comp, options)
  debug('stars', comp)
  return comp
}

const isX = id => !id || id.toLowerCase() === 'x' || id === '*'

const invalidXRangeOrder = (M, m, p) => (
  (isX(M) && !isX(m)) ||
  (isX(m) && p && !isX(p))
)

// ~, ~> --> * (any, kinda silly)
// ~2, ~2.x, ~2.x.x, ~>2, ~>2.x ~>2.x.x --> >=2.0.0 <3.0.0-0
// ~2.0, ~2.0.x, ~>2.0, ~>2.0.x --> >=2.0.0 <2.1.0-0
// ~1.2, ~1.2.x, ~>1.2, ~>1.2.x --> >=1.2.0 <1.3.0-0
// ~1.2.3, ~>1.2.3 --> >=1.2.3 <1.3.0-0
// ~1.2.0, ~>1.2.0 --> >=1.2.0 <1.3.0-0
// ~0.0.1 --> >=0.0.1 <0.1.0-0
const replaceTildes = (comp, options) => {
  return comp
    .trim()
    .split(/\s+/)
    .map((c) => replaceTilde(c, options))
    .join(' ')
}

const replaceTilde = (comp, options) => {
  const r = options.loose ? re[t.TILDELOOSE] : re[t.TILDE]
  // if we're including prereleases in the match, then the lower bound is
  // -0, the lowest possible prerelease value, just like x-ranges and carets.
  // this keeps `~1.2` equivalent to the `1.2.x` x-range it's documented as.
  const z = options.includePrerelease ? '-0' : ''
  return comp.replace(r, (_, M, m, p, pr) => {
    debug('tilde', comp, _, M, m, p, pr)
    let ret

    if (isX(M)) {
      ret = ''
    } else if (isX(m)) {
      ret = `>=${M}.0.0${z} <${+M + 1}.0.0-0`
    } else if (isX(p)) {
      // ~1.2 == >=1.2.0 <1.3.0-0
      ret = `>=${M}.${m}.0${z} <${M}.${+m + 1}.0-0`
    } else if (pr) {
      debug('replaceTilde pr', pr)
      ret = `>=${M}.${m}.${p}-${pr
      } <${M}.${+m + 1}.0-0`
    } else {
      // ~1.2.3 == >=1.2.3 <1.3.0-0
      ret = `>=${M}.${m}.${p
      } <${M}.${+m + 1}.0-0`
    }

    debug('tilde return', ret)
    return ret
  })
}

// ^ --> * (any, kinda silly)
// ^2, ^2.x, ^2.x.x --> >=2.0.0 <3.0.0-0
// ^2.0, ^2.0.x --> >=2.0.0 <3.0.0-0
// ^1.2, ^1.2.x --> >=1.2.0 <2.0.0-0
// ^1.2.3 --> >=1.2.3 <2.0.0-0
// ^1.2.0 --> >=1.2.0 <2.0.0-0
// ^0.0.1 --> >=0.0.1 <0.0.2-0
// ^0.1.0 --> >=0.1.0 <0.2.0-0
const replaceCarets = (comp, options) => {
  return comp
    .trim()
    .split(/\s+/)
    .map((c) => replaceCaret(c, options))
    .join(' ')
}

const replaceCaret = (comp, options) => {
  debug('caret', comp, options)
  const r = options.loose ? re[t.CARETLOOSE] : re[t.CARET]
  const z = options.includePrerelease ? '-0' : ''
  return comp.replace(r, (_, M, m, p, pr) => {
    debug('caret', comp, _, M, m, p, pr)
    let ret

    if (isX(M)) {
      ret = ''
    } else if (isX(m)) {
      ret = `>=${M}.0.0${z} <${+M + 1}.0.0-0`
    } else if (isX(p)) {
      if (M === '0') {
        ret = `>=${M}.${m}.0${z} <${M}.${+m + 1}.0-0`
      } else {
        ret = `>=${M}.${m}.0${z} <${+M + 1}.0.0-0`
      }
    } else if (pr) {
      debug('replaceCaret pr', pr)
      if (M === '0') {
        if (m === '0') {
          ret = `>=${M}.${m}.${p}-${pr
          } <${M}.${m}.${+p + 1}-0`
        } else {
          ret = `>=${M}.${m}.${p}-${pr
          } <${M}.${+m + 1}.0-0`
        }
      } else {
        ret = `>=${M}.${m}.${p}-${pr
        } <${+M + 1}.0.0-0`
      }
    } else {
      debug('no pr')
      if (M === '0') {
        if (m === '0') {
          ret = `>=${M}.${m}.${p
          } <${M}.${m}.${+p + 1}-0`
        } else {
          ret = `>=${M}.${m}.${p
          } <${M}.${+m + 1}.0-0`
        }
      } else {
        ret = `>=${M}.${m}.${p
        } <${+M + 1}.0.0-0`
      }
    }

    debug('caret return', ret)
    return ret
  })
}

const replaceXRanges = (comp, options) => {
  debug('replaceXRanges', comp, options)
  return comp
    .split(/\s+/)
    .map((c) => replaceXRange(c, options))
    .join(' ')
}

const replaceXRange = (comp, options) => {
  comp = comp.trim()
  const r = options.loose ? re[t.XRANGELOOSE] : re[t.XRANGE]
  return comp.replace(r, (ret, gtlt, M, m, p, pr) => {
    debug('xRange', comp, ret, gtlt, M, m, p, pr)
    if (invalidXRangeOrder(M, m, p)) {
      return comp
    }

    const xM = isX(M)
    const xm = xM || isX(m)
    const xp = xm || isX(p)
    const anyX = xp

    if (gtlt === '=' && anyX) {
      gtlt = ''
    }

    // if we're including prereleases in the match, then we need
    // to fix this to -0, the lowest possible prerelease value
    pr = options.includePrerelease ? '-0' : ''

    if (xM) {
      if (gtlt === '>' || gtlt === '<') {
        // nothing is allowed
        ret = '<0.0.0-0'
      } else {
        // nothing is forbidden
        ret = '*'
      }
    } else if (gtlt && anyX) {
      // we know patch is an x, because we have any x at all.
      // replace X with 0
      if (xm) {
        m = 0
      }
      p = 0

      if (gtlt === '>') {
        // >1 => >=2.0.0
        // >1.2 => >=1.3.0
        gtlt = '>='
        if (xm) {
          M = +M + 1
          m = 0
          p = 0
        } else {
          m = +m + 1
          p = 0
        }
      } else if (gtlt === '<=') {
        // <=0.7.x is actually <0.8.0, since any 0.7.x should
        // pass.  Similarly, <=7.x is actually <8.0.0, etc.
        gtlt = '<'
        if (xm) {
          M = +M + 1
        } else {
          m = +m + 1
        }
      }

      if (gtlt === '<') {
        pr = '-0'
      }

      ret = `${gtlt + M}.${m}.${p}${pr}`
    } else if (xm) {
      ret = `>=${M}.0.0${pr} <${+M + 1}.0.0-0`
    } else if (xp) {
      ret = `>=${M}.${m}.0${pr
      } <${M}.${+m + 1}.0-0`
    }

    debug('xRange return', ret)

    return ret
  })
}

// Because * is AND-ed with everything else in the comparator,
// and '' means "any version", just remove the *s entirely.
const replaceStars = (comp, options) => {
  debug('replaceStars', comp, options)
  // Looseness is ignored here.  star is always as loose as it gets!
  return comp
    .trim()
    .replace(re[t.STAR], '')
}

const replaceGTE0 = (comp, options) => {
  debug('replaceGTE0', comp, options)
  return comp
    .trim()
    .replace(re[options.includePrerelease ? t.GTE0PRE : t.GTE0], '')
}

// This function is passed to string.replace(re[t.HYPHENRANGE])
// M, m, patch, prerelease, build
// 1.2 - 3.4.5 => >=1.2.0 <=3.4.5
// 1.2.3 - 3.4 => >=1.2.0 <3.5.0-0 Any 3.4.x will do
// 1.2 - 3.4 => >=1.2.0 <3.5.0-0
// TODO build?
const hyphenReplace = incPr => ($0,
  from, fM, fm, fp, fpr, fb,
  to, tM, tm, tp, tpr) => {
  if (isX(fM)) {
    from = ''
  } else if (isX(fm)) {
    from = `>=${fM}.0.0${incPr ? '-0' : ''}`
  } else if (isX(fp)) {
    from = `>=${fM}.${fm}.0${incPr ? '-0' : ''}`
  } else if (fpr) {
    from = `>=${from}`
  } else {
    from = `>=${from}${incPr ? '-0' : ''}`
  }

  if (isX(tM)) {
    to = ''
  } else if (isX(tm)) {
    to = `<${+tM + 1}.0.0-0`
  } else if (isX(tp)) {
    to = `<${tM}.${+tm + 1}.0-0`
  } else if (tpr) {
    to = `<=${tM}.${tm}.${tp}-${tpr}`
  } else if (incPr) {
    to = `<${tM}.${tm}.${+tp + 1}-0`
  } else {
    to = `<=${to}`
  }

  return `${from} ${to}`.trim()
}

const testSet = (set, version, options) => {
  for (let i = 0; i < set.length; i++) {
    if (!set[i].test(version)) {
      return false
    }
  }

  if (version.prerelease.length && !options.includePrerelease) {
    // Find the set of versions that are allowed to have prereleases
    // For example, ^1.2.3-pr.1 desugars to >=1.2.3-pr.1 <2.0.0
    // That should allow `1.2.3-pr.2` to pass.
    // However, `1.2.4-alpha.notready` should NOT be allowed,
    // even though it's within the range set by the comparators.
    for (let i = 0; i < set.length; i++) {
      debug(set[i].semver)
      if (set[i].semver === Comparator.ANY) {
        continue
      }

      if (set[i].semver.prerelease.length > 0) {
        const allowed = set[i].semver
        if (allowed.major === version.major &&
            allowed.minor === version.minor &&
            allowed.patch === version.patch) {
          return true
        }
      }
    }

    // Version has a -pre, but it's not one of the ones we like.
    return false
  }

  return true
}


/***/ }),

/***/ 7163:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const debug = __nccwpck_require__(1159)
const { MAX_LENGTH, MAX_SAFE_INTEGER } = __nccwpck_require__(5101)
const { safeRe: re, t } = __nccwpck_require__(5471)

const parseOptions = __nccwpck_require__(356)
const { compareIdentifiers } = __nccwpck_require__(3348)

const isPrereleaseIdentifier = (prerelease, identifier) => {
  const identifiers = identifier.split('.')
  if (identifiers.length > prerelease.length) {
    return false
  }

  for (let i = 0; i < identifiers.length; i++) {
    if (compareIdentifiers(prerelease[i], identifiers[i]) !== 0) {
      return false
    }
  }

  return true
}

class SemVer {
  constructor (version, options) {
    options = parseOptions(options)

    if (version instanceof SemVer) {
      if (version.loose === !!options.loose &&
        version.includePrerelease === !!options.includePrerelease) {
        return version
      } else {
        version = version.version
      }
    } else if (typeof version !== 'string') {
      throw new TypeError(`Invalid version. Must be a string. Got type "${typeof version}".`)
    }

    if (version.length > MAX_LENGTH) {
      throw new TypeError(
        `version is longer than ${MAX_LENGTH} characters`
      )
    }

    debug('SemVer', version, options)
    this.options = options
    this.loose = !!options.loose
    // this isn't actually relevant for versions, but keep it so that we
    // don't run into trouble passing this.options around.
    this.includePrerelease = !!options.includePrerelease

    const m = version.trim().match(options.loose ? re[t.LOOSE] : re[t.FULL])

    if (!m) {
      throw new TypeError(`Invalid Version: ${version}`)
    }

    this.raw = version

    // these are actually numbers
    this.major = +m[1]
    this.minor = +m[2]
    this.patch = +m[3]

    if (this.major > MAX_SAFE_INTEGER || this.major < 0) {
      throw new TypeError('Invalid major version')
    }

    if (this.minor > MAX_SAFE_INTEGER || this.minor < 0) {
      throw new TypeError('Invalid minor version')
    }

    if (this.patch > MAX_SAFE_INTEGER || this.patch < 0) {
      throw new TypeError('Invalid patch version')
    }

    // numberify any prerelease numeric ids
    if (!m[4]) {
      this.prerelease = []
    } else {
      this.prerelease = m[4].split('.').map((id) => {
        if (/^[0-9]+$/.test(id)) {
          const num = +id
          if (num >= 0 && num < MAX_SAFE_INTEGER) {
            return num
          }
        }
        return id
      })
    }

    this.build = m[5] ? m[5].split('.') : []
    this.format()
  }

  format () {
    this.version = `${this.major}.${this.minor}.${this.patch}`
    if (this.prerelease.length) {
      this.version += `-${this.prerelease.join('.')}`
    }
    return this.version
  }

  toString () {
    return this.version
  }

  compare (other) {
    debug('SemVer.compare', this.version, this.options, other)
    if (!(other instanceof SemVer)) {
      if (typeof other === 'string' && other === this.version) {
        return 0
      }
      other = new SemVer(other, this.options)
    }

    if (other.version === this.version) {
      return 0
    }

    return this.compareMain(other) || this.comparePre(other)
  }

  compareMain (other) {
    if (!(other instanceof SemVer)) {
      other = new SemVer(other, this.options)
    }

    if (this.major < other.major) {
      return -1
    }
    if (this.major > other.major) {
      return 1
    }
    if (this.minor < other.minor) {
      return -1
    }
    if (this.minor > other.minor) {
      return 1
    }
    if (this.patch < other.patch) {
      return -1
    }
    if (this.patch > other.patch) {
      return 1
    }
    return 0
  }

  comparePre (other) {
    if (!(other instanceof SemVer)) {
      other = new SemVer(other, this.options)
    }

    // NOT having a prerelease is > having one
    if (this.prerelease.length && !other.prerelease.length) {
      return -1
    } else if (!this.prerelease.length && other.prerelease.length) {
      return 1
    } else if (!this.prerelease.length && !other.prerelease.length) {
      return 0
    }

    let i = 0
    do {
      const a = this.prerelease[i]
      const b = other.prerelease[i]
      debug('prerelease compare', i, a, b)
      if (a === undefined && b === undefined) {
        return 0
      } else if (b === undefined) {
        return 1
      } else if (a === undefined) {
        return -1
      } else if (a === b) {
        continue
      } else {
        return compareIdentifiers(a, b)
      }
    } while (++i)
  }

  compareBuild (other) {
    if (!(other instanceof SemVer)) {
      other = new SemVer(other, this.options)
    }

    let i = 0
    do {
      const a = this.build[i]
      const b = other.build[i]
      debug('build compare', i, a, b)
      if (a === undefined && b === undefined) {
        return 0
      } else if (b === undefined) {
        return 1
      } else if (a === undefined) {
        return -1
      } else if (a === b) {
        continue
      } else {
        return compareIdentifiers(a, b)
      }
    } while (++i)
  }

  // preminor will bump the version up to the next minor release, and immediately
  // down to pre-release. premajor and prepatch work the same way.
  inc (release, identifier, identifierBase) {
    if (release.startsWith('pre')) {
      if (!identifier && identifierBase === false) {
        throw new Error('invalid increment argument: identifier is empty')
      }
      // Avoid an invalid semver results
      if (identifier) {
        const match = `-${identifier}`.match(this.options.loose ? re[t.PRERELEASELOOSE] : re[t.PRERELEASE])
        if (!match || match[1] !== identifier) {
          throw new Error(`invalid identifier: ${identifier}`)
        }
      }
    }

    switch (release) {
      case 'premajor':
        this.prerelease.length = 0
        this.patch = 0
        this.minor = 0
        this.major++
        this.inc('pre', identifier, identifierBase)
        break
      case 'preminor':
        this.prerelease.length = 0
        this.patch = 0
        this.minor++
        this.inc('pre', identifier, identifierBase)
        break
      case 'prepatch':
        // If this is already a prerelease, it will bump to the next version
        // drop any prereleases that might already exist, since they are not
        // relevant at this point.
        this.prerelease.length = 0
        this.inc('patch', identifier, identifierBase)
        this.inc('pre', identifier, identifierBase)
        break
      // If the input is a non-prerelease version, this acts the same as
      // prepatch.
      case 'prerelease':
        if (this.prerelease.length === 0) {
          this.inc('patch', identifier, identifierBase)
        }
        this.inc('pre', identifier, identifierBase)
        break
      case 'release':
        if (this.prerelease.length === 0) {
          throw new Error(`version ${this.raw} is not a prerelease`)
        }
        this.prerelease.length = 0
        break

      case 'major':
        // If this is a pre-major version, bump up to the same major version.
        // Otherwise increment major.
        // 1.0.0-5 bumps to 1.0.0
        // 1.1.0 bumps to 2.0.0
        if (
          this.minor !== 0 ||
          this.patch !== 0 ||
          this.prerelease.length === 0
        ) {
          this.major++
        }
        this.minor = 0
        this.patch = 0
        this.prerelease = []
        break
      case 'minor':
        // If this is a pre-minor version, bump up to the same minor version.
        // Otherwise increment minor.
        // 1.2.0-5 bumps to 1.2.0
        // 1.2.1 bumps to 1.3.0
        if (this.patch !== 0 || this.prerelease.length === 0) {
          this.minor++
        }
        this.patch = 0
        this.prerelease = []
        break
      case 'patch':
        // If this is not a pre-release version, it will increment the patch.
        // If it is a pre-release it will bump up to the same patch version.
        // 1.2.0-5 patches to 1.2.0
        // 1.2.0 patches to 1.2.1
        if (this.prerelease.length === 0) {
          this.patch++
        }
        this.prerelease = []
        break
      // This probably shouldn't be used publicly.
      // 1.0.0 'pre' would become 1.0.0-0 which is the wrong direction.
      case 'pre': {
        const base = Number(identifierBase) ? 1 : 0

        if (this.prerelease.length === 0) {
          this.prerelease = [base]
        } else {
          let i = this.prerelease.length
          while (--i >= 0) {
            if (typeof this.prerelease[i] === 'number') {
              this.prerelease[i]++
              i = -2
            }
          }
          if (i === -1) {
            // didn't increment anything
            if (identifier === this.prerelease.join('.') && identifierBase === false) {
              throw new Error('invalid increment argument: identifier already exists')
            }
            this.prerelease.push(base)
          }
        }
        if (identifier) {
          // 1.2.0-beta.1 bumps to 1.2.0-beta.2,
          // 1.2.0-beta.fooblz or 1.2.0-beta bumps to 1.2.0-beta.0
          let prerelease = [identifier, base]
          if (identifierBase === false) {
            prerelease = [identifier]
          }
          if (isPrereleaseIdentifier(this.prerelease, identifier)) {
            const prereleaseBase = this.prerelease[identifier.split('.').length]
            if (isNaN(prereleaseBase)) {
              this.prerelease = prerelease
            }
          } else {
            this.prerelease = prerelease
          }
        }
        break
      }
      default:
        throw new Error(`invalid increment argument: ${release}`)
    }
    this.raw = this.format()
    if (this.build.length) {
      this.raw += `+${this.build.join('.')}`
    }
    return this
  }
}

module.exports = SemVer


/***/ }),

/***/ 1799:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const parse = __nccwpck_require__(6353)
const clean = (version, options) => {
  const s = parse(version.trim().replace(/^[=v]+/, ''), options)
  return s ? s.version : null
}
module.exports = clean


/***/ }),

/***/ 8646:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const eq = __nccwpck_require__(5082)
const neq = __nccwpck_require__(4974)
const gt = __nccwpck_require__(6599)
const gte = __nccwpck_require__(1236)
const lt = __nccwpck_require__(3872)
const lte = __nccwpck_require__(6717)

const cmp = (a, op, b, loose) => {
  switch (op) {
    case '===':
      if (typeof a === 'object') {
        a = a.version
      }
      if (typeof b === 'object') {
        b = b.version
      }
      return a === b

    case '!==':
      if (typeof a === 'object') {
        a = a.version
      }
      if (typeof b === 'object') {
        b = b.version
      }
      return a !== b

    case '':
    case '=':
    case '==':
      return eq(a, b, loose)

    case '!=':
      return neq(a, b, loose)

    case '>':
      return gt(a, b, loose)

    case '>=':
      return gte(a, b, loose)

    case '<':
      return lt(a, b, loose)

    case '<=':
      return lte(a, b, loose)

    default:
      throw new TypeError(`Invalid operator: ${op}`)
  }
}
module.exports = cmp


/***/ }),

/***/ 5385:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const SemVer = __nccwpck_require__(7163)
const parse = __nccwpck_require__(6353)
const { safeRe: re, t } = __nccwpck_require__(5471)

const coerce = (version, options) => {
  if (version instanceof SemVer) {
    return version
  }

  if (typeof version === 'number') {
    version = String(version)
  }

  if (typeof version !== 'string') {
    return null
  }

  options = options || {}

  let match = null
  if (!options.rtl) {
    match = version.match(options.includePrerelease ? re[t.COERCEFULL] : re[t.COERCE])
  } else {
    // Find the right-most coercible string that does not share
    // a terminus with a more left-ward coercible string.
    // Eg, '1.2.3.4' wants to coerce '2.3.4', not '3.4' or '4'
    // With includePrerelease option set, '1.2.3.4-rc' wants to coerce '2.3.4-rc', not '2.3.4'
    //
    // Walk through the string checking with a /g regexp
    // Manually set the index so as to pick up overlapping matches.
    // Stop when we get a match that ends at the string end, since no
    // coercible string can be more right-ward without the same terminus.
    const coerceRtlRegex = options.includePrerelease ? re[t.COERCERTLFULL] : re[t.COERCERTL]
    let next
    while ((next = coerceRtlRegex.exec(version)) &&
        (!match || match.index + match[0].length !== version.length)
    ) {
      if (!match ||
            next.index + next[0].length !== match.index + match[0].length) {
        match = next
      }
      coerceRtlRegex.lastIndex = next.index + next[1].length + next[2].length
    }
    // leave it in a clean state
    coerceRtlRegex.lastIndex = -1
  }

  if (match === null) {
    return null
  }

  const major = match[2]
  const minor = match[3] || '0'
  const patch = match[4] || '0'
  const prerelease = options.includePrerelease && match[5] ? `-${match[5]}` : ''
  const build = options.includePrerelease && match[6] ? `+${match[6]}` : ''

  return parse(`${major}.${minor}.${patch}${prerelease}${build}`, options)
}
module.exports = coerce


/***/ }),

/***/ 7648:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const SemVer = __nccwpck_require__(7163)
const compareBuild = (a, b, loose) => {
  const versionA = new SemVer(a, loose)
  const versionB = new SemVer(b, loose)
  return versionA.compare(versionB) || versionA.compareBuild(versionB)
}
module.exports = compareBuild


/***/ }),

/***/ 6874:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const compare = __nccwpck_require__(8469)
const compareLoose = (a, b) => compare(a, b, true)
module.exports = compareLoose


/***/ }),

/***/ 8469:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const SemVer = __nccwpck_require__(7163)
const compare = (a, b, loose) =>
  new SemVer(a, loose).compare(new SemVer(b, loose))

module.exports = compare


/***/ }),

/***/ 711:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const parse = __nccwpck_require__(6353)

const diff = (version1, version2) => {
  const v1 = parse(version1, null, true)
  const v2 = parse(version2, null, true)
  const comparison = v1.compare(v2)

  if (comparison === 0) {
    return null
  }

  const v1Higher = comparison > 0
  const highVersion = v1Higher ? v1 : v2
  const lowVersion = v1Higher ? v2 : v1
  const highHasPre = !!highVersion.prerelease.length
  const lowHasPre = !!lowVersion.prerelease.length

  if (lowHasPre && !highHasPre) {
    // Going from prerelease -> no prerelease requires some special casing

    // If the low version has only a major, then it will always be a major
    // Some examples:
    // 1.0.0-1 -> 1.0.0
    // 1.0.0-1 -> 1.1.1
    // 1.0.0-1 -> 2.0.0
    if (!lowVersion.patch && !lowVersion.minor) {
      return 'major'
    }

    // If the main part has no difference
    if (lowVersion.compareMain(highVersion) === 0) {
      if (lowVersion.minor && !lowVersion.patch) {
        return 'minor'
      }
      return 'patch'
    }
  }

  // add the `pre` prefix if we are going to a prerelease version
  const prefix = highHasPre ? 'pre' : ''

  if (v1.major !== v2.major) {
    return prefix + 'major'
  }

  if (v1.minor !== v2.minor) {
    return prefix + 'minor'
  }

  if (v1.patch !== v2.patch) {
    return prefix + 'patch'
  }

  // high and low are prereleases
  return 'prerelease'
}

module.exports = diff


/***/ }),

/***/ 5082:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const compare = __nccwpck_require__(8469)
const eq = (a, b, loose) => compare(a, b, loose) === 0
module.exports = eq


/***/ }),

/***/ 6599:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const compare = __nccwpck_require__(8469)
const gt = (a, b, loose) => compare(a, b, loose) > 0
module.exports = gt


/***/ }),

/***/ 1236:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const compare = __nccwpck_require__(8469)
const gte = (a, b, loose) => compare(a, b, loose) >= 0
module.exports = gte


/***/ }),

/***/ 2338:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const SemVer = __nccwpck_require__(7163)

const inc = (version, release, options, identifier, identifierBase) => {
  if (typeof (options) === 'string') {
    identifierBase = identifier
    identifier = options
    options = undefined
  }

  try {
    return new SemVer(
      version instanceof SemVer ? version.version : version,
      options
    ).inc(release, identifier, identifierBase).version
  } catch (er) {
    return null
  }
}
module.exports = inc


/***/ }),

/***/ 3872:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const compare = __nccwpck_require__(8469)
const lt = (a, b, loose) => compare(a, b, loose) < 0
module.exports = lt


/***/ }),

/***/ 6717:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const compare = __nccwpck_require__(8469)
const lte = (a, b, loose) => compare(a, b, loose) <= 0
module.exports = lte


/***/ }),

/***/ 8511:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const SemVer = __nccwpck_require__(7163)
const major = (a, loose) => new SemVer(a, loose).major
module.exports = major


/***/ }),

/***/ 2603:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const SemVer = __nccwpck_require__(7163)
const minor = (a, loose) => new SemVer(a, loose).minor
module.exports = minor


/***/ }),

/***/ 4974:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const compare = __nccwpck_require__(8469)
const neq = (a, b, loose) => compare(a, b, loose) !== 0
module.exports = neq


/***/ }),

/***/ 6353:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const SemVer = __nccwpck_require__(7163)
const parse = (version, options, throwErrors = false) => {
  if (version instanceof SemVer) {
    return version
  }
  try {
    return new SemVer(version, options)
  } catch (er) {
    if (!throwErrors) {
      return null
    }
    throw er
  }
}

module.exports = parse


/***/ }),

/***/ 8756:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const SemVer = __nccwpck_require__(7163)
const patch = (a, loose) => new SemVer(a, loose).patch
module.exports = patch


/***/ }),

/***/ 5714:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const parse = __nccwpck_require__(6353)
const prerelease = (version, options) => {
  const parsed = parse(version, options)
  return (parsed && parsed.prerelease.length) ? parsed.prerelease : null
}
module.exports = prerelease


/***/ }),

/***/ 2173:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const compare = __nccwpck_require__(8469)
const rcompare = (a, b, loose) => compare(b, a, loose)
module.exports = rcompare


/***/ }),

/***/ 7192:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const compareBuild = __nccwpck_require__(7648)
const rsort = (list, loose) => list.sort((a, b) => compareBuild(b, a, loose))
module.exports = rsort


/***/ }),

/***/ 8011:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const Range = __nccwpck_require__(6782)
const satisfies = (version, range, options) => {
  try {
    range = new Range(range, options)
  } catch (er) {
    return false
  }
  return range.test(version)
}
module.exports = satisfies


/***/ }),

/***/ 9872:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const compareBuild = __nccwpck_require__(7648)
const sort = (list, loose) => list.sort((a, b) => compareBuild(a, b, loose))
module.exports = sort


/***/ }),

/***/ 6114:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const parse = __nccwpck_require__(6353)
const constants = __nccwpck_require__(5101)
const SemVer = __nccwpck_require__(7163)

const truncate = (version, truncation, options) => {
  if (!constants.RELEASE_TYPES.includes(truncation)) {
    return null
  }

  const clonedVersion = cloneInputVersion(version, options)
  return clonedVersion && doTruncation(clonedVersion, truncation)
}

const cloneInputVersion = (version, options) => {
  const versionStringToParse = (
    version instanceof SemVer ? version.version : version
  )

  return parse(versionStringToParse, options)
}

const doTruncation = (version, truncation) => {
  if (isPrerelease(truncation)) {
    return version.version
  }

  version.prerelease = []

  switch (truncation) {
    case 'major':
      version.minor = 0
      version.patch = 0
      break
    case 'minor':
      version.patch = 0
      break
  }

  return version.format()
}

const isPrerelease = (type) => {
  return type.startsWith('pre')
}

module.exports = truncate


/***/ }),

/***/ 8780:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const parse = __nccwpck_require__(6353)
const valid = (version, options) => {
  const v = parse(version, options)
  return v ? v.version : null
}
module.exports = valid


/***/ }),

/***/ 2088:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



// just pre-load all the stuff that index.js lazily exports
const internalRe = __nccwpck_require__(5471)
const constants = __nccwpck_require__(5101)
const SemVer = __nccwpck_require__(7163)
const identifiers = __nccwpck_require__(3348)
const parse = __nccwpck_require__(6353)
const valid = __nccwpck_require__(8780)
const clean = __nccwpck_require__(1799)
const inc = __nccwpck_require__(2338)
const diff = __nccwpck_require__(711)
const major = __nccwpck_require__(8511)
const minor = __nccwpck_require__(2603)
const patch = __nccwpck_require__(8756)
const prerelease = __nccwpck_require__(5714)
const compare = __nccwpck_require__(8469)
const rcompare = __nccwpck_require__(2173)
const compareLoose = __nccwpck_require__(6874)
const compareBuild = __nccwpck_require__(7648)
const sort = __nccwpck_require__(9872)
const rsort = __nccwpck_require__(7192)
const gt = __nccwpck_require__(6599)
const lt = __nccwpck_require__(3872)
const eq = __nccwpck_require__(5082)
const neq = __nccwpck_require__(4974)
const gte = __nccwpck_require__(1236)
const lte = __nccwpck_require__(6717)
const cmp = __nccwpck_require__(8646)
const coerce = __nccwpck_require__(5385)
const truncate = __nccwpck_require__(6114)
const Comparator = __nccwpck_require__(9379)
const Range = __nccwpck_require__(6782)
const satisfies = __nccwpck_require__(8011)
const toComparators = __nccwpck_require__(4750)
const maxSatisfying = __nccwpck_require__(3193)
const minSatisfying = __nccwpck_require__(8595)
const minVersion = __nccwpck_require__(1866)
const validRange = __nccwpck_require__(4737)
const outside = __nccwpck_require__(280)
const gtr = __nccwpck_require__(2276)
const ltr = __nccwpck_require__(5213)
const intersects = __nccwpck_require__(3465)
const simplifyRange = __nccwpck_require__(2028)
const subset = __nccwpck_require__(1489)
module.exports = {
  parse,
  valid,
  clean,
  inc,
  diff,
  major,
  minor,
  patch,
  prerelease,
  compare,
  rcompare,
  compareLoose,
  compareBuild,
  sort,
  rsort,
  gt,
  lt,
  eq,
  neq,
  gte,
  lte,
  cmp,
  coerce,
  truncate,
  Comparator,
  Range,
  satisfies,
  toComparators,
  maxSatisfying,
  minSatisfying,
  minVersion,
  validRange,
  outside,
  gtr,
  ltr,
  intersects,
  simplifyRange,
  subset,
  SemVer,
  re: internalRe.re,
  src: internalRe.src,
  tokens: internalRe.t,
  SEMVER_SPEC_VERSION: constants.SEMVER_SPEC_VERSION,
  RELEASE_TYPES: constants.RELEASE_TYPES,
  compareIdentifiers: identifiers.compareIdentifiers,
  rcompareIdentifiers: identifiers.rcompareIdentifiers,
}


/***/ }),

/***/ 5101:
/***/ ((module) => {



// Note: this is the semver.org version of the spec that it implements
// Not necessarily the package version of this code.
const SEMVER_SPEC_VERSION = '2.0.0'

const MAX_LENGTH = 256
const MAX_SAFE_INTEGER = Number.MAX_SAFE_INTEGER ||
/* istanbul ignore next */ 9007199254740991

// Max safe segment length for coercion.
const MAX_SAFE_COMPONENT_LENGTH = 16

// Max safe length for a build identifier. The max length minus 6 characters for
// the shortest version with a build 0.0.0+BUILD.
const MAX_SAFE_BUILD_LENGTH = MAX_LENGTH - 6

// ECMAScript whitespace and line terminators matched by \s.
const WHITESPACE_CHARACTERS = [
  '\t',
  '\n',
  '\v',
  '\f',
  '\r',
  ' ',
  '\u00a0',
  '\u1680',
  '\u2000',
  '\u2001',
  '\u2002',
  '\u2003',
  '\u2004',
  '\u2005',
  '\u2006',
  '\u2007',
  '\u2008',
  '\u2009',
  '\u200a',
  '\u2028',
  '\u2029',
  '\u202f',
  '\u205f',
  '\u3000',
  '\ufeff',
]

const RELEASE_TYPES = [
  'major',
  'premajor',
  'minor',
  'preminor',
  'patch',
  'prepatch',
  'prerelease',
]

module.exports = {
  MAX_LENGTH,
  MAX_SAFE_COMPONENT_LENGTH,
  MAX_SAFE_BUILD_LENGTH,
  MAX_SAFE_INTEGER,
  WHITESPACE_CHARACTERS,
  RELEASE_TYPES,
  SEMVER_SPEC_VERSION,
  FLAG_INCLUDE_PRERELEASE: 0b001,
  FLAG_LOOSE: 0b010,
}


/***/ }),

/***/ 1159:
/***/ ((module) => {



const debug = (
  typeof process === 'object' &&
  process.env &&
  process.env.NODE_DEBUG &&
  /\bsemver\b/i.test(process.env.NODE_DEBUG)
) ? (...args) => console.error('SEMVER', ...args)
  : () => {}

module.exports = debug


/***/ }),

/***/ 3348:
/***/ ((module) => {



const numeric = /^[0-9]+$/
const compareIdentifiers = (a, b) => {
  if (typeof a === 'number' && typeof b === 'number') {
    return a === b ? 0 : a < b ? -1 : 1
  }

  const anum = numeric.test(a)
  const bnum = numeric.test(b)

  if (anum && bnum) {
    a = +a
    b = +b
  }

  return a === b ? 0
    : (anum && !bnum) ? -1
    : (bnum && !anum) ? 1
    : a < b ? -1
    : 1
}

const rcompareIdentifiers = (a, b) => compareIdentifiers(b, a)

module.exports = {
  compareIdentifiers,
  rcompareIdentifiers,
}


/***/ }),

/***/ 1383:
/***/ ((module) => {



class LRUCache {
  constructor () {
    this.max = 1000
    this.map = new Map()
  }

  get (key) {
    const value = this.map.get(key)
    if (value === undefined) {
      return undefined
    } else {
      // Remove the key from the map and add it to the end
      this.map.delete(key)
      this.map.set(key, value)
      return value
    }
  }

  delete (key) {
    return this.map.delete(key)
  }

  set (key, value) {
    const deleted = this.delete(key)

    if (!deleted && value !== undefined) {
      // If cache is full, delete the least recently used item
      if (this.map.size >= this.max) {
        const firstKey = this.map.keys().next().value
        this.delete(firstKey)
      }

      this.map.set(key, value)
    }

    return this
  }
}

module.exports = LRUCache


/***/ }),

/***/ 356:
/***/ ((module) => {



// parse out just the options we care about
const looseOption = Object.freeze({ loose: true })
const emptyOpts = Object.freeze({ })
const parseOptions = options => {
  if (!options) {
    return emptyOpts
  }

  if (typeof options !== 'object') {
    return looseOption
  }

  return options
}
module.exports = parseOptions


/***/ }),

/***/ 5471:
/***/ ((module, exports, __nccwpck_require__) => {



const {
  MAX_SAFE_COMPONENT_LENGTH,
  MAX_SAFE_BUILD_LENGTH,
  MAX_LENGTH,
} = __nccwpck_require__(5101)
const debug = __nccwpck_require__(1159)
exports = module.exports = {}

// The actual regexps go on exports.re
const re = exports.re = []
const safeRe = exports.safeRe = []
const src = exports.src = []
const safeSrc = exports.safeSrc = []
const t = exports.t = {}
let R = 0

const LETTERDASHNUMBER = '[a-zA-Z0-9-]'

// Replace some greedy regex tokens to prevent regex dos issues. These regex are
// used internally via the safeRe object since all inputs in this library get
// normalized first to trim and collapse all extra whitespace. The original
// regexes are exported for userland consumption and lower level usage. A
// future breaking change could export the safer regex only with a note that
// all input should have extra whitespace removed.
const safeRegexReplacements = [
  ['\\s', 1],
  ['\\d', MAX_LENGTH],
  [LETTERDASHNUMBER, MAX_SAFE_BUILD_LENGTH],
]

const makeSafeRegex = (value) => {
  for (const [token, max] of safeRegexReplacements) {
    value = value
      .split(`${token}*`).join(`${token}{0,${max}}`)
      .split(`${token}+`).join(`${token}{1,${max}}`)
  }
  return value
}

const createToken = (name, value, isGlobal) => {
  const safe = makeSafeRegex(value)
  const index = R++
  debug(name, index, value)
  t[name] = index
  src[index] = value
  safeSrc[index] = safe
  re[index] = new RegExp(value, isGlobal ? 'g' : undefined)
  safeRe[index] = new RegExp(safe, isGlobal ? 'g' : undefined)
}

// The following Regular Expressions can be used for tokenizing,
// validating, and parsing SemVer version strings.

// ## Numeric Identifier
// A single `0`, or a non-zero digit followed by zero or more digits.

createToken('NUMERICIDENTIFIER', '0|[1-9]\\d*')
createToken('NUMERICIDENTIFIERLOOSE', '\\d+')

// ## Non-numeric Identifier
// Zero or more digits, followed by a letter or hyphen, and then zero or
// more letters, digits, or hyphens.

createToken('NONNUMERICIDENTIFIER', `\\d*[a-zA-Z-]${LETTERDASHNUMBER}*`)

// ## Main Version
// Three dot-separated numeric identifiers.

createToken('MAINVERSION', `(${src[t.NUMERICIDENTIFIER]})\\.` +
                   `(${src[t.NUMERICIDENTIFIER]})\\.` +
                   `(${src[t.NUMERICIDENTIFIER]})`)

createToken('MAINVERSIONLOOSE', `(${src[t.NUMERICIDENTIFIERLOOSE]})\\.` +
                        `(${src[t.NUMERICIDENTIFIERLOOSE]})\\.` +
                        `(${src[t.NUMERICIDENTIFIERLOOSE]})`)

// ## Pre-release Version Identifier
// A numeric identifier, or a non-numeric identifier.
// Non-numeric identifiers include numeric identifiers but can be longer.
// Therefore non-numeric identifiers must go first.

createToken('PRERELEASEIDENTIFIER', `(?:${src[t.NONNUMERICIDENTIFIER]
}|${src[t.NUMERICIDENTIFIER]})`)

createToken('PRERELEASEIDENTIFIERLOOSE', `(?:${src[t.NONNUMERICIDENTIFIER]
}|${src[t.NUMERICIDENTIFIERLOOSE]})`)

// ## Pre-release Version
// Hyphen, followed by one or more dot-separated pre-release version
// identifiers.

createToken('PRERELEASE', `(?:-(${src[t.PRERELEASEIDENTIFIER]
}(?:\\.${src[t.PRERELEASEIDENTIFIER]})*))`)

createToken('PRERELEASELOOSE', `(?:-?(${src[t.PRERELEASEIDENTIFIERLOOSE]
}(?:\\.${src[t.PRERELEASEIDENTIFIERLOOSE]})*))`)

// ## Build Metadata Identifier
// Any combination of digits, letters, or hyphens.

createToken('BUILDIDENTIFIER', `${LETTERDASHNUMBER}+`)

// ## Build Metadata
// Plus sign, followed by one or more period-separated build metadata
// identifiers.

createToken('BUILD', `(?:\\+(${src[t.BUILDIDENTIFIER]
}(?:\\.${src[t.BUILDIDENTIFIER]})*))`)

// ## Full Version String
// A main version, followed optionally by a pre-release version and
// build metadata.

// Note that the only major, minor, patch, and pre-release sections of
// the version string are capturing groups.  The build metadata is not a
// capturing group, because it should not ever be used in version
// comparison.

createToken('FULLPLAIN', `v?${src[t.MAINVERSION]
}${src[t.PRERELEASE]}?${
  src[t.BUILD]}?`)

createToken('FULL', `^${src[t.FULLPLAIN]}$`)

// like full, but allows v1.2.3 and =1.2.3, which people do sometimes.
// also, 1.0.0alpha1 (prerelease without the hyphen) which is pretty
// common in the npm registry.
createToken('LOOSEPLAIN', `[v=\\s]*${src[t.MAINVERSIONLOOSE]
}${src[t.PRERELEASELOOSE]}?${
  src[t.BUILD]}?`)

createToken('LOOSE', `^${src[t.LOOSEPLAIN]}$`)

createToken('GTLT', '((?:<|>)?=?)')

// Something like "2.*" or "1.2.x".
// Note that "x.x" is a valid xRange identifier, meaning "any version"
// Only the first item is strictly required.
createToken('XRANGEIDENTIFIERLOOSE', `${src[t.NUMERICIDENTIFIERLOOSE]}|x|X|\\*`)
createToken('XRANGEIDENTIFIER', `${src[t.NUMERICIDENTIFIER]}|x|X|\\*`)

createToken('XRANGEPLAIN', `[v=\\s]*(${src[t.XRANGEIDENTIFIER]})` +
                   `(?:\\.(${src[t.XRANGEIDENTIFIER]})` +
                   `(?:\\.(${src[t.XRANGEIDENTIFIER]})` +
                   `(?:${src[t.PRERELEASE]})?${
                     src[t.BUILD]}?` +
                   `)?)?`)

createToken('XRANGEPLAINLOOSE', `[v=\\s]*(${src[t.XRANGEIDENTIFIERLOOSE]})` +
                        `(?:\\.(${src[t.XRANGEIDENTIFIERLOOSE]})` +
                        `(?:\\.(${src[t.XRANGEIDENTIFIERLOOSE]})` +
                        `(?:${src[t.PRERELEASELOOSE]})?${
                          src[t.BUILD]}?` +
                        `)?)?`)

createToken('XRANGE', `^${src[t.GTLT]}\\s*${src[t.XRANGEPLAIN]}$`)
createToken('XRANGELOOSE', `^${src[t.GTLT]}\\s*${src[t.XRANGEPLAINLOOSE]}$`)

// Coercion.
// Extract anything that could conceivably be a part of a valid semver
createToken('COERCEPLAIN', `${'(^|[^\\d])' +
              '(\\d{1,'}${MAX_SAFE_COMPONENT_LENGTH}})` +
              `(?:\\.(\\d{1,${MAX_SAFE_COMPONENT_LENGTH}}))?` +
              `(?:\\.(\\d{1,${MAX_SAFE_COMPONENT_LENGTH}}))?`)
createToken('COERCE', `${src[t.COERCEPLAIN]}(?:$|[^\\d])`)
createToken('COERCEFULL', src[t.COERCEPLAIN] +
              `(?:${src[t.PRERELEASE]})?` +
              `(?:${src[t.BUILD]})?` +
              `(?:$|[^\\d])`)
createToken('COERCERTL', src[t.COERCE], true)
createToken('COERCERTLFULL', src[t.COERCEFULL], true)

// Tilde ranges.
// Meaning is "reasonably at or greater than"
createToken('LONETILDE', '(?:~>?)')

createToken('TILDETRIM', `(\\s*)${src[t.LONETILDE]}\\s+`, true)
exports.tildeTrimReplace = '$1~'

createToken('TILDE', `^${src[t.LONETILDE]}${src[t.XRANGEPLAIN]}$`)
createToken('TILDELOOSE', `^${src[t.LONETILDE]}${src[t.XRANGEPLAINLOOSE]}$`)

// Caret ranges.
// Meaning is "at least and backwards compatible with"
createToken('LONECARET', '(?:\\^)')

createToken('CARETTRIM', `(\\s*)${src[t.LONECARET]}\\s+`, true)
exports.caretTrimReplace = '$1^'

createToken('CARET', `^${src[t.LONECARET]}${src[t.XRANGEPLAIN]}$`)
createToken('CARETLOOSE', `^${src[t.LONECARET]}${src[t.XRANGEPLAINLOOSE]}$`)

// A simple gt/lt/eq thing, or just "" to indicate "any version"
createToken('COMPARATORLOOSE', `^${src[t.GTLT]}\\s*(${src[t.LOOSEPLAIN]})$|^$`)
createToken('COMPARATOR', `^${src[t.GTLT]}\\s*(${src[t.FULLPLAIN]})$|^$`)

// An expression to strip any whitespace between the gtlt and the thing
// it modifies, so that `> 1.2.3` ==> `>1.2.3`
createToken('COMPARATORTRIM', `(\\s*)${src[t.GTLT]
}\\s*(${src[t.LOOSEPLAIN]}|${src[t.XRANGEPLAIN]})`, true)
exports.comparatorTrimReplace = '$1$2$3'

// Something like `1.2.3 - 1.2.4`
// Note that these all use the loose form, because they'll be
// checked against either the strict or loose comparator form
// later.
createToken('HYPHENRANGE', `^\\s*(${src[t.XRANGEPLAIN]})` +
                   `\\s+-\\s+` +
                   `(${src[t.XRANGEPLAIN]})` +
                   `\\s*$`)

createToken('HYPHENRANGELOOSE', `^\\s*(${src[t.XRANGEPLAINLOOSE]})` +
                        `\\s+-\\s+` +
                        `(${src[t.XRANGEPLAINLOOSE]})` +
                        `\\s*$`)

// Star ranges basically just allow anything at all.
createToken('STAR', '(<|>)?=?\\s*\\*')
// >=0.0.0 is like a star
createToken('GTE0', '^\\s*>=\\s*0\\.0\\.0\\s*$')
createToken('GTE0PRE', '^\\s*>=\\s*0\\.0\\.0-0\\s*$')


/***/ }),

/***/ 9737:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {

// @ts-check


// Reproduce safeRe[COMPARATORTRIM] replacement boundaries, not version
// validation. Each end-index finder returns an exclusive end, or its start
// on no match.
// Positions count from zero. An end of 3 means characters 0, 1, and 2 were read;
// range.slice(start, end) gives the matched text, not a converted number.
const {
  MAX_LENGTH,
  MAX_SAFE_BUILD_LENGTH,
  WHITESPACE_CHARACTERS,
} = __nccwpck_require__(5101)

/**
 * Remembers the last two rows of digits so their characters need not be reread.
 * Positions start at -1 until a row has been found.
 *
 * @typedef {object} DigitRunCache
 * @property {number} start The first character of the most recently found row.
 * @property {number} end The position after that row's last character.
 * @property {number} previousStart The first character of the previous row.
 * @property {number} previousEnd The position after the previous row.
 */

// One entry per UTF-16 code unit keeps membership checks constant-time.
const whitespace = new Uint8Array(0x10000)
for (const char of WHITESPACE_CHARACTERS) {
  whitespace[char.charCodeAt(0)] = 1
}

/**
 * Checks whether a character is whitespace, like a space, tab, or newline.
 * Looking past the end of the string returns false.
 *
 * @param {string|undefined} char One character, or undefined past the string's end.
 * @returns {boolean} Whether the character is whitespace.
 * @example isWhitespace(' ') // true
 * @example isWhitespace('1') // false
 */
const isWhitespace = char =>
  char !== undefined && whitespace[char.charCodeAt(0)] === 1

/**
 * Checks for v, =, or whitespace before the version number.
 * These are historical version prefixes, not range operators:
 * < and > are handled separately, as are tilde and caret ranges.
 *
 * @param {string|undefined} char One character to check.
 * @returns {boolean} Whether the character can belong to a version prefix.
 * @example isVersionPrefix('=') // true
 * @example isVersionPrefix('>') // false
 */
const isVersionPrefix = char =>
  char === 'v' ||
  char === '=' ||
  isWhitespace(char)

/**
 * Checks whether a character is one of the digits 0 through 9.
 *
 * @param {string|undefined} char One character to check.
 * @returns {boolean} Whether the character is an ASCII digit.
 * @example isDigit('7') // true
 * @example isDigit('.') // false
 */
const isDigit = char => char !== undefined && char >= '0' && char <= '9'

/**
 * Checks whether a character is an English letter, uppercase or lowercase.
 *
 * @param {string|undefined} char One character to check.
 * @returns {boolean} Whether the character is an ASCII letter.
 * @example isLetter('b') // true
 * @example isLetter('7') // false
 */
const isLetter = char =>
  char !== undefined && (
    (char >= 'a' && char <= 'z') ||
    (char >= 'A' && char <= 'Z')
  )

/**
 * Checks for a letter, digit, or hyphen: the characters allowed inside
 * prerelease and build names such as beta-1.
 *
 * @param {string|undefined} char One character to check.
 * @returns {boolean} Whether the character can be part of an identifier.
 * @example isIdentifierCharacter('-') // true
 * @example isIdentifierCharacter('.') // false; dots separate identifiers
 */
const isIdentifierCharacter = char => isDigit(char) || isLetter(char) || char === '-'

/**
 * Checks whether a version component can begin here: with a digit or
 * a wildcard such as x, X, or *.
 *
 * @param {string|undefined} char One character to check.
 * @returns {boolean} Whether a number or wildcard can start with this character.
 * @example isVersionStart('x') // true
 * @example isVersionStart('v') // false; v belongs to the prefix
 */
const isVersionStart = char =>
  isDigit(char) ||
  char === 'x' ||
  char === 'X' ||
  char === '*'

/**
 * Finds the end of a row of digits, but returns no more than limit digits.
 * Remembers the last two rows so looking at them again does not reread them.
 *
 * @param {string} range The text to read; it is not changed.
 * @param {number} start The position of the first character to check.
 * @param {number} limit The most digit characters the returned match can include.
 * @param {DigitRunCache} digitRuns Shared cache of digit-run positions, updated in place.
 * @returns {number} The position after the matched digits, or start if none match.
 * @example findDigitsEndIndex('123abc', 0, 10, digitRuns) // 3, pointing at a
 * @example findDigitsEndIndex('123abc', 0, 2, digitRuns) // 2, pointing at the unread 3
 */
const findDigitsEndIndex = (range, start, limit, digitRuns) => {
  if (!isDigit(range[start])) {
    return start
  }
  if (start >= digitRuns.start && start < digitRuns.end) {
    return Math.min(start + limit, digitRuns.end)
  }
  if (start >= digitRuns.previousStart && start < digitRuns.previousEnd) {
    return Math.min(start + limit, digitRuns.previousEnd)
  }
  let end = start + 1
  while (isDigit(range[end])) {
    end++
  }
  // A failed full version can rewind from its second run to its first.
  digitRuns.previousStart = digitRuns.start
  digitRuns.previousEnd = digitRuns.end
  digitRuns.start = start
  digitRuns.end = end
  return Math.min(start + limit, end)
}

/**
 * Reads a number using the old regex's length and leading-zero rules.
 * Strict mode reads just the first zero in 012; loose mode can read all three.
 *
 * @param {string} range The text to read; it is not changed.
 * @param {number} start The position where the number should begin.
 * @param {boolean} loose Whether to allow leading zeros.
 * @param {DigitRunCache} digitRuns Shared digit-run cache, updated as needed.
 * @returns {number} The position after the matched digits, not their numeric value.
 * @example findVersionNumberEndIndex('012', 0, false, digitRuns) // 1
 * @example findVersionNumberEndIndex('012', 0, true, digitRuns) // 3
 */
const findVersionNumberEndIndex = (range, start, loose, digitRuns) => {
  if (!loose && range[start] === '0') {
    return start + 1
  }
  // Strict syntax allows an initial nonzero digit plus MAX_LENGTH digits.
  return findDigitsEndIndex(range, start, loose ? MAX_LENGTH : MAX_LENGTH + 1, digitRuns)
}

/**
 * Reads one piece of a prerelease name, such as beta or 1 in beta.1.
 * Tries the letter-or-hyphen form first, then the number-only form.
 *
 * @param {string} range The text to read; it is not changed.
 * @param {number} start The position where the identifier should begin.
 * @param {boolean} loose Whether numeric identifiers may have leading zeros.
 * @param {DigitRunCache} digitRuns Shared digit-run cache, updated as needed.
 * @returns {number} The position after the identifier, or start if none matches.
 * @example findPrereleaseIdentifierEndIndex('beta.1', 0, false, digitRuns) // 4, at the dot
 * @example findPrereleaseIdentifierEndIndex('001beta', 0, false, digitRuns) // 7
 */
const findPrereleaseIdentifierEndIndex = (range, start, loose, digitRuns) => {
  const digitsEnd = findDigitsEndIndex(range, start, MAX_LENGTH, digitRuns)
  // The legacy regex tries a nonnumeric identifier before a numeric one.
  if (isLetter(range[digitsEnd]) || range[digitsEnd] === '-') {
    let end = digitsEnd + 1
    const limit = end + MAX_SAFE_BUILD_LENGTH
    while (end < limit && isIdentifierCharacter(range[end])) {
      end++
    }
    return end
  }
  return findVersionNumberEndIndex(range, start, loose, digitRuns)
}

/**
 * Reads a prerelease suffix such as -beta.1, one dot-separated piece at a time.
 * Loose mode also allows the name without its opening hyphen.
 *
 * @param {string} range The text to read; it is not changed.
 * @param {number} start The position where the suffix should begin, including -.
 * @param {boolean} loose Whether the opening hyphen is optional and zeros allowed.
 * @param {DigitRunCache} digitRuns Shared digit-run cache, updated as needed.
 * @returns {number} The position after the matched suffix, or start if absent.
 * @example findPrereleaseEndIndex('-beta.1+sha', 0, false, digitRuns) // 7, at the plus
 * @example findPrereleaseEndIndex('beta', 0, false, digitRuns) // 0; no opening hyphen
 */
const findPrereleaseEndIndex = (range, start, loose, digitRuns) => {
  const hyphen = range[start] === '-'
  if (!loose && !hyphen) {
    return start
  }
  const identifierStart = start + (hyphen ? 1 : 0)
  let end = findPrereleaseIdentifierEndIndex(range, identifierStart, loose, digitRuns)
  if (end === identifierStart) {
    if (!loose || !hyphen) {
      return start
    }
    // In loose syntax, a lone hyphen can itself be the identifier.
    end = findPrereleaseIdentifierEndIndex(range, start, loose, digitRuns)
  }
  while (range[end] === '.') {
    const next = findPrereleaseIdentifierEndIndex(range, end + 1, loose, digitRuns)
    if (next === end + 1) {
      break
    }
    end = next
  }
  return end
}

/**
 * Reads one build-name piece, such as sha or 123 in +sha.123.
 * Stops at a disallowed character or the old regex's length limit.
 *
 * @param {string} range The text to read; it is not changed.
 * @param {number} start The position where the identifier should begin.
 * @returns {number} The position after the identifier, or start if none matches.
 * @example findBuildIdentifierEndIndex('sha.123', 0) // 3, at the dot
 * @example findBuildIdentifierEndIndex('001', 0) // 3; leading zeros are allowed
 */
const findBuildIdentifierEndIndex = (range, start) => {
  let end = start
  while (end - start < MAX_SAFE_BUILD_LENGTH && isIdentifierCharacter(range[end])) {
    end++
  }
  return end
}

/**
 * Reads optional build metadata such as +sha.123.
 * Leaves the position unchanged if there is no plus sign followed by a name.
 *
 * @param {string} range The text to read; it is not changed.
 * @param {number} start The position where the opening + should be.
 * @returns {number} The position after the matched metadata, or start if absent.
 * @example findBuildEndIndex('+sha.123 <2', 0) // 8, at the space
 * @example findBuildEndIndex('+', 0) // 0; a plus sign alone is not a match
 */
const findBuildEndIndex = (range, start) => {
  if (range[start] !== '+') {
    return start
  }
  let end = findBuildIdentifierEndIndex(range, start + 1)
  if (end === start + 1) {
    return start
  }
  while (range[end] === '.') {
    const next = findBuildIdentifierEndIndex(range, end + 1)
    if (next === end + 1) {
      break
    }
    end = next
  }
  return end
}

/**
 * Reads three numbers separated by dots, then any prerelease and build suffixes.
 * Uses loose rules, so forms such as 01.02.03beta can match here.
 *
 * @param {string} range The text to read; it is not changed.
 * @param {number} start The position of the first number, after any prefix.
 * @param {DigitRunCache} digitRuns Shared digit-run cache, updated as needed.
 * @returns {number} The position after the version match, or start if none matches.
 * @example findLooseFullVersionEndIndex('1.2.3-beta+sha <2', 0, digitRuns) // 14
 * @example findLooseFullVersionEndIndex('1.2', 0, digitRuns) // 0; needs three numbers
 */
const findLooseFullVersionEndIndex = (range, start, digitRuns) => {
  let end = start
  for (let component = 0; component < 3; component++) {
    const next = findVersionNumberEndIndex(range, end, true, digitRuns)
    if (next === end) {
      return start
    }
    end = next
    if (component < 2) {
      if (range[end] !== '.') {
        return start
      }
      end++
    }
  }
  const prereleaseEnd = findPrereleaseEndIndex(range, end, true, digitRuns)
  return findBuildEndIndex(range, prereleaseEnd)
}

/**
 * Reads one component of a partial or wildcard version, such as 2 or x in 2.x.
 * Numbers use strict leading-zero rules; wildcards take up one character.
 *
 * @param {string} range The text to read; it is not changed.
 * @param {number} start The position where the component should begin.
 * @param {DigitRunCache} digitRuns Shared digit-run cache, updated as needed.
 * @returns {number} The position after the component, or start if none matches.
 * @example findPartialVersionComponentEndIndex('2.x', 0, digitRuns) // 1, at the dot
 * @example findPartialVersionComponentEndIndex('2.x', 2, digitRuns) // 3, after x
 */
const findPartialVersionComponentEndIndex = (range, start, digitRuns) => {
  if (isDigit(range[start])) {
    return findVersionNumberEndIndex(range, start, false, digitRuns)
  }
  return isVersionStart(range[start]) ? start + 1 : start
}

/**
 * Reads up to three components, allowing forms such as 1, 1.2, or 1.x.
 * After the third component, also reads any strict prerelease and build suffixes.
 *
 * @param {string} range The text to read; it is not changed.
 * @param {number} start The position of a number or wildcard, after any prefix.
 * @param {DigitRunCache} digitRuns Shared digit-run cache, updated as needed.
 * @returns {number} The position after the matched version text.
 * @example findPartialVersionEndIndex('1.x <2', 0, digitRuns) // 3, at the space
 * @example findPartialVersionEndIndex('1.', 0, digitRuns) // 1; the trailing dot is unread
 */
const findPartialVersionEndIndex = (range, start, digitRuns) => {
  let end = findPartialVersionComponentEndIndex(range, start, digitRuns)
  for (let component = 0; component < 2; component++) {
    if (range[end] !== '.') {
      return end
    }
    const next = findPartialVersionComponentEndIndex(range, end + 1, digitRuns)
    if (next === end + 1) {
      return end
    }
    end = next
  }
  const prereleaseEnd = findPrereleaseEndIndex(range, end, false, digitRuns)
  return findBuildEndIndex(range, prereleaseEnd)
}

/**
 * Finds where a version match ends, without deciding whether the range is valid.
 * Tries a loose full version first, then a partial or wildcard version, just
 * like the old regex's LOOSEPLAIN and XRANGEPLAIN alternatives.
 *
 * @param {string} range The text to read; it is not changed.
 * @param {number} start The position of a number or wildcard, after any prefix.
 * @param {DigitRunCache} digitRuns Shared digit-run cache, updated as needed.
 * @returns {number} The position where scanning the next candidate can resume.
 * @example findVersionEndIndex('1.2.3 <2', 0, digitRuns) // 5, at the space
 * @example findVersionEndIndex('1.x <2', 0, digitRuns) // 3, at the space
 */
const findVersionEndIndex = (range, start, digitRuns) => {
  const fullVersionEnd = findLooseFullVersionEndIndex(range, start, digitRuns)
  return fullVersionEnd !== start
    ? fullVersionEnd
    : findPartialVersionEndIndex(range, start, digitRuns)
}

/**
 * Finds the one whitespace character the old replacement would remove.
 * Keeps leading whitespace, skips an optional operator, and checks immediately
 * after it. Returns -1 if there is nothing to remove.
 *
 * @param {string} range The text containing a candidate already found by the caller.
 * @param {number} matchStart The candidate's position, including leading whitespace.
 * @returns {number} The position of the removable whitespace, or -1 if absent.
 * @example findRemovableWhitespaceIndex(' > 1', 0) // 2; keep the space at position 0
 * @example findRemovableWhitespaceIndex('>1', 0) // -1
 */
const findRemovableWhitespaceIndex = (range, matchStart) => {
  let position = matchStart
  if (isWhitespace(range[position])) {
    position++
  }
  if (range[position] === '<' || range[position] === '>') {
    position++
  }
  if (range[position] === '=') {
    position++
  }
  return isWhitespace(range[position]) ? position : -1
}

/**
 * Joins an operator to its version, turning > 1.2.3 into >1.2.3.
 * Copies everything else according to the old regex's matching rules.
 * Moves forward through prefixes and whole versions to avoid repeatedly
 * searching the same characters on long inputs.
 *
 * @param {string} range The range text to process; the original string is unchanged.
 * @returns {string} The range with matched operator whitespace removed.
 * @example trimComparatorWhitespace('> 1.2.3 < 2') // '>1.2.3 <2'
 * @example trimComparatorWhitespace('> invalid') // '> invalid'
 */
const trimComparatorWhitespace = range => {
  let result = ''
  let copyFrom = 0
  let cursor = 0
  const digitRuns = { start: -1, end: -1, previousStart: -1, previousEnd: -1 }

  while (cursor < range.length) {
    const matchStart = cursor
    if (range[cursor] === '<' || range[cursor] === '>') {
      cursor++
    } else if (!isVersionPrefix(range[cursor]) && !isVersionStart(range[cursor])) {
      cursor++
      continue
    }

    // Consume a v/=/whitespace run once, even when no version follows it.
    while (cursor < range.length && isVersionPrefix(range[cursor])) {
      cursor++
    }
    if (!isVersionStart(range[cursor])) {
      continue
    }

    const whitespacePosition = findRemovableWhitespaceIndex(range, matchStart)
    if (whitespacePosition !== -1) {
      result += range.slice(copyFrom, whitespacePosition)
      copyFrom = whitespacePosition + 1
    }

    // Skip the entire match, so a prerelease's trailing v cannot be
    // reconsidered as the prefix of another version.
    cursor = findVersionEndIndex(range, cursor, digitRuns)
  }

  return result + range.slice(copyFrom)
}

module.exports = trimComparatorWhitespace


/***/ }),

/***/ 2276:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



// Determine if version is greater than all the versions possible in the range.
const outside = __nccwpck_require__(280)
const gtr = (version, range, options) => outside(version, range, '>', options)
module.exports = gtr


/***/ }),

/***/ 3465:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const Range = __nccwpck_require__(6782)
const intersects = (r1, r2, options) => {
  r1 = new Range(r1, options)
  r2 = new Range(r2, options)
  return r1.intersects(r2, options)
}
module.exports = intersects


/***/ }),

/***/ 5213:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const outside = __nccwpck_require__(280)
// Determine if version is less than all the versions possible in the range
const ltr = (version, range, options) => outside(version, range, '<', options)
module.exports = ltr


/***/ }),

/***/ 3193:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const SemVer = __nccwpck_require__(7163)
const Range = __nccwpck_require__(6782)

const maxSatisfying = (versions, range, options) => {
  let max = null
  let maxSV = null
  let rangeObj = null
  try {
    rangeObj = new Range(range, options)
  } catch (er) {
    return null
  }
  versions.forEach((v) => {
    if (rangeObj.test(v)) {
      // satisfies(v, range, options)
      if (!max || maxSV.compare(v) === -1) {
        // compare(max, v, true)
        max = v
        maxSV = new SemVer(max, options)
      }
    }
  })
  return max
}
module.exports = maxSatisfying


/***/ }),

/***/ 8595:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const SemVer = __nccwpck_require__(7163)
const Range = __nccwpck_require__(6782)
const minSatisfying = (versions, range, options) => {
  let min = null
  let minSV = null
  let rangeObj = null
  try {
    rangeObj = new Range(range, options)
  } catch (er) {
    return null
  }
  versions.forEach((v) => {
    if (rangeObj.test(v)) {
      // satisfies(v, range, options)
      if (!min || minSV.compare(v) === 1) {
        // compare(min, v, true)
        min = v
        minSV = new SemVer(min, options)
      }
    }
  })
  return min
}
module.exports = minSatisfying


/***/ }),

/***/ 1866:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const SemVer = __nccwpck_require__(7163)
const Range = __nccwpck_require__(6782)
const gt = __nccwpck_require__(6599)

const minVersion = (range, loose) => {
  range = new Range(range, loose)

  let minver = new SemVer('0.0.0')
  if (range.test(minver)) {
    return minver
  }

  minver = new SemVer('0.0.0-0')
  if (range.test(minver)) {
    return minver
  }

  minver = null
  for (let i = 0; i < range.set.length; ++i) {
    const comparators = range.set[i]

    let setMin = null
    comparators.forEach((comparator) => {
      // Clone to avoid manipulating the comparator's semver object.
      const compver = new SemVer(comparator.semver.version)
      switch (comparator.operator) {
        case '>':
          if (compver.prerelease.length === 0) {
            compver.patch++
          } else {
            compver.prerelease.push(0)
          }
          compver.raw = compver.format()
          /* fallthrough */
        case '':
        case '>=':
          if (!setMin || gt(compver, setMin)) {
            setMin = compver
          }
          break
        case '<':
        case '<=':
          /* Ignore maximum versions */
          break
        /* istanbul ignore next */
        default:
          throw new Error(`Unexpected operation: ${comparator.operator}`)
      }
    })
    if (setMin && (!minver || gt(minver, setMin))) {
      minver = setMin
    }
  }

  if (minver && range.test(minver)) {
    return minver
  }

  return null
}
module.exports = minVersion


/***/ }),

/***/ 280:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const SemVer = __nccwpck_require__(7163)
const Comparator = __nccwpck_require__(9379)
const { ANY } = Comparator
const Range = __nccwpck_require__(6782)
const satisfies = __nccwpck_require__(8011)
const gt = __nccwpck_require__(6599)
const lt = __nccwpck_require__(3872)
const lte = __nccwpck_require__(6717)
const gte = __nccwpck_require__(1236)

const outside = (version, range, hilo, options) => {
  version = new SemVer(version, options)
  range = new Range(range, options)

  let gtfn, ltefn, ltfn, comp, ecomp
  switch (hilo) {
    case '>':
      gtfn = gt
      ltefn = lte
      ltfn = lt
      comp = '>'
      ecomp = '>='
      break
    case '<':
      gtfn = lt
      ltefn = gte
      ltfn = gt
      comp = '<'
      ecomp = '<='
      break
    default:
      throw new TypeError('Must provide a hilo val of "<" or ">"')
  }

  // If it satisfies the range it is not outside
  if (satisfies(version, range, options)) {
    return false
  }

  // From now on, variable terms are as if we're in "gtr" mode.
  // but note that everything is flipped for the "ltr" function.

  for (let i = 0; i < range.set.length; ++i) {
    const comparators = range.set[i]

    let high = null
    let low = null

    comparators.forEach((comparator) => {
      if (comparator.semver === ANY) {
        comparator = new Comparator('>=0.0.0')
      }
      high = high || comparator
      low = low || comparator
      if (gtfn(comparator.semver, high.semver, options)) {
        high = comparator
      } else if (ltfn(comparator.semver, low.semver, options)) {
        low = comparator
      }
    })

    // If the edge version comparator has a operator then our version
    // isn't outside it
    if (high.operator === comp || high.operator === ecomp) {
      return false
    }

    // If the lowest version comparator has an operator and our version
    // is less than it then it isn't higher than the range
    if ((!low.operator || low.operator === comp) &&
        ltefn(version, low.semver)) {
      return false
    } else if (low.operator === ecomp && ltfn(version, low.semver)) {
      return false
    }
  }
  return true
}

module.exports = outside


/***/ }),

/***/ 2028:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



// given a set of versions and a range, create a "simplified" range
// that includes the same versions that the original range does
// If the original range is shorter than the simplified one, return that.
const satisfies = __nccwpck_require__(8011)
const compare = __nccwpck_require__(8469)
module.exports = (versions, range, options) => {
  const set = []
  let first = null
  let prev = null
  const v = versions.sort((a, b) => compare(a, b, options))
  for (const version of v) {
    const included = satisfies(version, range, options)
    if (included) {
      prev = version
      if (!first) {
        first = version
      }
    } else {
      if (prev) {
        set.push([first, prev])
      }
      prev = null
      first = null
    }
  }
  if (first) {
    set.push([first, null])
  }

  const ranges = []
  for (const [min, max] of set) {
    if (min === max) {
      ranges.push(min)
    } else if (!max && min === v[0]) {
      ranges.push('*')
    } else if (!max) {
      ranges.push(`>=${min}`)
    } else if (min === v[0]) {
      ranges.push(`<=${max}`)
    } else {
      ranges.push(`${min} - ${max}`)
    }
  }
  const simplified = ranges.join(' || ')
  const original = typeof range.raw === 'string' ? range.raw : String(range)
  return simplified.length < original.length ? simplified : range
}


/***/ }),

/***/ 1489:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const Range = __nccwpck_require__(6782)
const Comparator = __nccwpck_require__(9379)
const { ANY } = Comparator
const satisfies = __nccwpck_require__(8011)
const compare = __nccwpck_require__(8469)

// Complex range `r1 || r2 || ...` is a subset of `R1 || R2 || ...` iff:
// - Every simple range `r1, r2, ...` is a null set, OR
// - Every simple range `r1, r2, ...` which is not a null set is a subset of
//   some `R1, R2, ...`
//
// Simple range `c1 c2 ...` is a subset of simple range `C1 C2 ...` iff:
// - If c is only the ANY comparator
//   - If C is only the ANY comparator, return true
//   - Else if in prerelease mode, return false
//   - else replace c with `[>=0.0.0]`
// - If C is only the ANY comparator
//   - if in prerelease mode, return true
//   - else replace C with `[>=0.0.0]`
// - Let EQ be the set of = comparators in c
// - If EQ is more than one, return true (null set)
// - Let GT be the highest > or >= comparator in c
// - Let LT be the lowest < or <= comparator in c
// - If GT and LT, and GT.semver > LT.semver, return true (null set)
// - If any C is a = range, and GT or LT are set, return false
// - If EQ
//   - If GT, and EQ does not satisfy GT, return true (null set)
//   - If LT, and EQ does not satisfy LT, return true (null set)
//   - If EQ satisfies every C, return true
//   - Else return false
// - If GT
//   - If GT.semver is lower than any > or >= comp in C, return false
//   - If GT is >=, and GT.semver does not satisfy every C, return false
//   - If GT.semver has a prerelease, and not in prerelease mode
//     - If no C has a prerelease and the GT.semver tuple, return false
// - If LT
//   - If LT.semver is greater than any < or <= comp in C, return false
//   - If LT is <=, and LT.semver does not satisfy every C, return false
//   - If LT.semver has a prerelease, and not in prerelease mode
//     - If no C has a prerelease and the LT.semver tuple, return false
// - Else return true

const subset = (sub, dom, options = {}) => {
  if (sub === dom) {
    return true
  }

  sub = new Range(sub, options)
  dom = new Range(dom, options)
  let sawNonNull = false

  OUTER: for (const simpleSub of sub.set) {
    for (const simpleDom of dom.set) {
      const isSub = simpleSubset(simpleSub, simpleDom, options)
      sawNonNull = sawNonNull || isSub !== null
      if (isSub) {
        continue OUTER
      }
    }
    // the null set is a subset of everything, but null simple ranges in
    // a complex range should be ignored.  so if we saw a non-null range,
    // then we know this isn't a subset, but if EVERY simple range was null,
    // then it is a subset.
    if (sawNonNull) {
      return false
    }
  }
  return true
}

const minimumVersionWithPreRelease = [new Comparator('>=0.0.0-0')]
const minimumVersion = [new Comparator('>=0.0.0')]

const simpleSubset = (sub, dom, options) => {
  if (sub === dom) {
    return true
  }

  if (sub.length === 1 && sub[0].semver === ANY) {
    if (dom.length === 1 && dom[0].semver === ANY) {
      return true
    } else if (options.includePrerelease) {
      sub = minimumVersionWithPreRelease
    } else {
      sub = minimumVersion
    }
  }

  if (dom.length === 1 && dom[0].semver === ANY) {
    if (options.includePrerelease) {
      return true
    } else {
      dom = minimumVersion
    }
  }

  const eqSet = new Set()
  let gt, lt
  for (const c of sub) {
    if (c.operator === '>' || c.operator === '>=') {
      gt = higherGT(gt, c, options)
    } else if (c.operator === '<' || c.operator === '<=') {
      lt = lowerLT(lt, c, options)
    } else {
      eqSet.add(c.semver)
    }
  }

  if (eqSet.size > 1) {
    return null
  }

  let gtltComp
  if (gt && lt) {
    gtltComp = compare(gt.semver, lt.semver, options)
    if (gtltComp > 0) {
      return null
    } else if (gtltComp === 0 && (gt.operator !== '>=' || lt.operator !== '<=')) {
      return null
    }
  }

  // will iterate one or zero times
  for (const eq of eqSet) {
    if (gt && !satisfies(eq, String(gt), options)) {
      return null
    }

    if (lt && !satisfies(eq, String(lt), options)) {
      return null
    }

    for (const c of dom) {
      if (!satisfies(eq, String(c), options)) {
        return false
      }
    }

    return true
  }

  let higher, lower
  let hasDomLT, hasDomGT
  // if the subset has a prerelease, we need a comparator in the superset
  // with the same tuple and a prerelease, or it's not a subset
  let needDomLTPre = lt &&
    !options.includePrerelease &&
    lt.semver.prerelease.length ? lt.semver : false
  let needDomGTPre = gt &&
    !options.includePrerelease &&
    gt.semver.prerelease.length ? gt.semver : false
  // exception: <1.2.3-0 is the same as <1.2.3
  if (needDomLTPre && needDomLTPre.prerelease.length === 1 &&
      lt.operator === '<' && needDomLTPre.prerelease[0] === 0) {
    needDomLTPre = false
  }

  for (const c of dom) {
    hasDomGT = hasDomGT || c.operator === '>' || c.operator === '>='
    hasDomLT = hasDomLT || c.operator === '<' || c.operator === '<='
    if (gt) {
      if (needDomGTPre) {
        if (c.semver.prerelease && c.semver.prerelease.length &&
            c.semver.major === needDomGTPre.major &&
            c.semver.minor === needDomGTPre.minor &&
            c.semver.patch === needDomGTPre.patch) {
          needDomGTPre = false
        }
      }
      if (c.operator === '>' || c.operator === '>=') {
        higher = higherGT(gt, c, options)
        if (higher === c && higher !== gt) {
          return false
        }
      } else if (gt.operator === '>=' && !c.test(gt.semver)) {
        return false
      }
    }
    if (lt) {
      if (needDomLTPre) {
        if (c.semver.prerelease && c.semver.prerelease.length &&
            c.semver.major === needDomLTPre.major &&
            c.semver.minor === needDomLTPre.minor &&
            c.semver.patch === needDomLTPre.patch) {
          needDomLTPre = false
        }
      }
      if (c.operator === '<' || c.operator === '<=') {
        lower = lowerLT(lt, c, options)
        if (lower === c && lower !== lt) {
          return false
        }
      } else if (lt.operator === '<=' && !c.test(lt.semver)) {
        return false
      }
    }
    if (!c.operator && (lt || gt) && gtltComp !== 0) {
      return false
    }
  }

  // if there was a < or >, and nothing in the dom, then must be false
  // UNLESS it was limited by another range in the other direction.
  // Eg, >1.0.0 <1.0.1 is still a subset of <2.0.0
  if (gt && hasDomLT && !lt && gtltComp !== 0) {
    return false
  }

  if (lt && hasDomGT && !gt && gtltComp !== 0) {
    return false
  }

  // we needed a prerelease range in a specific tuple, but didn't get one
  // then this isn't a subset.  eg >=1.2.3-pre is not a subset of >=1.0.0,
  // because it includes prereleases in the 1.2.3 tuple
  if (needDomGTPre || needDomLTPre) {
    return false
  }

  return true
}

// >=1.2.3 is lower than >1.2.3
const higherGT = (a, b, options) => {
  if (!a) {
    return b
  }
  const comp = compare(a.semver, b.semver, options)
  return comp > 0 ? a
    : comp < 0 ? b
    : b.operator === '>' && a.operator === '>=' ? b
    : a
}

// <=1.2.3 is higher than <1.2.3
const lowerLT = (a, b, options) => {
  if (!a) {
    return b
  }
  const comp = compare(a.semver, b.semver, options)
  return comp < 0 ? a
    : comp > 0 ? b
    : b.operator === '<' && a.operator === '<=' ? b
    : a
}

module.exports = subset


/***/ }),

/***/ 4750:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const Range = __nccwpck_require__(6782)

// Mostly just for testing and legacy API reasons
const toComparators = (range, options) =>
  new Range(range, options).set
    .map(comp => comp.map(c => c.value).join(' ').trim().split(' '))

module.exports = toComparators


/***/ }),

/***/ 4737:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const Range = __nccwpck_require__(6782)
const validRange = (range, options) => {
  try {
    // Return '*' instead of '' so that truthiness works.
    // This will throw if it's invalid anyway
    return new Range(range, options).range || '*'
  } catch (er) {
    return null
  }
}
module.exports = validRange


/***/ }),

/***/ 6204:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {

const { EventEmitter } = __nccwpck_require__(9580)
const FIFO = __nccwpck_require__(3867)
const TextDecoder = __nccwpck_require__(7934)

const StreamError = __nccwpck_require__(5657)

// if we do a future major, expect queue microtask to be there always, for now a bit defensive
const qmt =
  typeof queueMicrotask === 'undefined' ? (fn) => global.process.nextTick(fn) : queueMicrotask

// 29 bits used total (4 from shared, 14 from read, and 11 from write)
const MAX = (1 << 29) - 1

// Shared state
const OPENING = 0b0001
const PREDESTROYING = 0b0010
const DESTROYING = 0b0100
const DESTROYED = 0b1000

const NOT_OPENING = MAX ^ OPENING
const NOT_PREDESTROYING = MAX ^ PREDESTROYING

// Read state (4 bit offset from shared state)
const READ_ACTIVE = 0b00000000000001 << 4
const READ_UPDATING = 0b00000000000010 << 4
const READ_PRIMARY = 0b00000000000100 << 4
const READ_QUEUED = 0b00000000001000 << 4
const READ_RESUMED = 0b00000000010000 << 4
const READ_PIPE_DRAINED = 0b00000000100000 << 4
const READ_ENDING = 0b00000001000000 << 4
const READ_EMIT_DATA = 0b00000010000000 << 4
const READ_EMIT_READABLE = 0b00000100000000 << 4
const READ_EMITTED_READABLE = 0b00001000000000 << 4
const READ_DONE = 0b00010000000000 << 4
const READ_NEXT_TICK = 0b00100000000000 << 4
const READ_NEEDS_PUSH = 0b01000000000000 << 4
const READ_READ_AHEAD = 0b10000000000000 << 4

// Combined read state
const READ_FLOWING = READ_RESUMED | READ_PIPE_DRAINED
const READ_ACTIVE_AND_NEEDS_PUSH = READ_ACTIVE | READ_NEEDS_PUSH
const READ_PRIMARY_AND_ACTIVE = READ_PRIMARY | READ_ACTIVE
const READ_EMIT_READABLE_AND_QUEUED = READ_EMIT_READABLE | READ_QUEUED
const READ_RESUMED_READ_AHEAD = READ_RESUMED | READ_READ_AHEAD

const READ_NOT_ACTIVE = MAX ^ READ_ACTIVE
const READ_NON_PRIMARY = MAX ^ READ_PRIMARY
const READ_NON_PRIMARY_AND_PUSHED = MAX ^ (READ_PRIMARY | READ_NEEDS_PUSH)
const READ_PUSHED = MAX ^ READ_NEEDS_PUSH
const READ_PAUSED = MAX ^ READ_RESUMED
const READ_NOT_QUEUED = MAX ^ (READ_QUEUED | READ_EMITTED_READABLE)
const READ_NOT_ENDING = MAX ^ READ_ENDING
const READ_PIPE_NOT_DRAINED = MAX ^ READ_FLOWING
const READ_NOT_NEXT_TICK = MAX ^ READ_NEXT_TICK
const READ_NOT_UPDATING = MAX ^ READ_UPDATING
const READ_NO_READ_AHEAD = MAX ^ READ_READ_AHEAD
const READ_PAUSED_NO_READ_AHEAD = MAX ^ READ_RESUMED_READ_AHEAD

// Write state (18 bit offset, 4 bit offset from shared state and 14 from read state)
const WRITE_ACTIVE = 0b00000000001 << 18
const WRITE_UPDATING = 0b00000000010 << 18
const WRITE_PRIMARY = 0b00000000100 << 18
const WRITE_QUEUED = 0b00000001000 << 18
const WRITE_UNDRAINED = 0b00000010000 << 18
const WRITE_DONE = 0b00000100000 << 18
const WRITE_EMIT_DRAIN = 0b00001000000 << 18
const WRITE_NEXT_TICK = 0b00010000000 << 18
const WRITE_WRITING = 0b00100000000 << 18
const WRITE_FINISHING = 0b01000000000 << 18
const WRITE_CORKED = 0b10000000000 << 18

const WRITE_NOT_ACTIVE = MAX ^ (WRITE_ACTIVE | WRITE_WRITING)
const WRITE_NON_PRIMARY = MAX ^ WRITE_PRIMARY
const WRITE_NOT_FINISHING = MAX ^ (WRITE_ACTIVE | WRITE_FINISHING)
const WRITE_DRAINED = MAX ^ WRITE_UNDRAINED
const WRITE_NOT_QUEUED = MAX ^ WRITE_QUEUED
const WRITE_NOT_NEXT_TICK = MAX ^ WRITE_NEXT_TICK
const WRITE_NOT_UPDATING = MAX ^ WRITE_UPDATING
const WRITE_NOT_CORKED = MAX ^ WRITE_CORKED

// Combined shared state
const ACTIVE = READ_ACTIVE | WRITE_ACTIVE
const NOT_ACTIVE = MAX ^ ACTIVE
const DONE = READ_DONE | WRITE_DONE
const DESTROY_STATUS = DESTROYING | DESTROYED | PREDESTROYING
const OPEN_STATUS = DESTROY_STATUS | OPENING
const AUTO_DESTROY = DESTROY_STATUS | DONE
const NON_PRIMARY = WRITE_NON_PRIMARY & READ_NON_PRIMARY
const ACTIVE_OR_TICKING = WRITE_NEXT_TICK | READ_NEXT_TICK
const TICKING = ACTIVE_OR_TICKING & NOT_ACTIVE
const IS_OPENING = OPEN_STATUS | TICKING

// Combined shared state and read state
const READ_PRIMARY_STATUS = OPEN_STATUS | READ_ENDING | READ_DONE
const READ_STATUS = OPEN_STATUS | READ_DONE | READ_QUEUED
const READ_ENDING_STATUS = OPEN_STATUS | READ_ENDING | READ_QUEUED
const READ_READABLE_STATUS = OPEN_STATUS | READ_EMIT_READABLE | READ_QUEUED | READ_EMITTED_READABLE
const SHOULD_NOT_READ =
  OPEN_STATUS | READ_ACTIVE | READ_ENDING | READ_DONE | READ_NEEDS_PUSH | READ_READ_AHEAD
const READ_BACKPRESSURE_STATUS = DESTROY_STATUS | READ_ENDING | READ_DONE
const READ_UPDATE_SYNC_STATUS = READ_UPDATING | OPEN_STATUS | READ_NEXT_TICK | READ_PRIMARY
const READ_NEXT_TICK_OR_OPENING = READ_NEXT_TICK | OPENING

// Combined write state
const WRITE_PRIMARY_STATUS = OPEN_STATUS | WRITE_FINISHING | WRITE_DONE
const WRITE_QUEUED_AND_UNDRAINED = WRITE_QUEUED | WRITE_UNDRAINED
const WRITE_QUEUED_AND_ACTIVE = WRITE_QUEUED | WRITE_ACTIVE
const WRITE_DRAIN_STATUS = WRITE_QUEUED | WRITE_UNDRAINED | OPEN_STATUS | WRITE_ACTIVE
const WRITE_STATUS = OPEN_STATUS | WRITE_ACTIVE | WRITE_QUEUED | WRITE_CORKED
const WRITE_PRIMARY_AND_ACTIVE = WRITE_PRIMARY | WRITE_ACTIVE
const WRITE_ACTIVE_AND_WRITING = WRITE_ACTIVE | WRITE_WRITING
const WRITE_FINISHING_STATUS = OPEN_STATUS | WRITE_FINISHING | WRITE_QUEUED_AND_ACTIVE | WRITE_DONE
const WRITE_BACKPRESSURE_STATUS = WRITE_UNDRAINED | DESTROY_STATUS | WRITE_FINISHING | WRITE_DONE
const WRITE_UPDATE_SYNC_STATUS = WRITE_UPDATING | OPEN_STATUS | WRITE_NEXT_TICK | WRITE_PRIMARY
const WRITE_DROP_DATA = WRITE_FINISHING | WRITE_DONE | DESTROY_STATUS

const asyncIterator = Symbol.asyncIterator || Symbol('asyncIterator')

class WritableState {
  constructor(
    stream,
    { highWaterMark = 16384, map = null, mapWritable, byteLength, byteLengthWritable } = {}
  ) {
    this.stream = stream
    this.queue = new FIFO()
    this.highWaterMark = highWaterMark
    this.buffered = 0
    this.error = null
    this.pipeline = null
    this.drains = null // if we add more seldomly used helpers we might them into a subobject so its a single ptr
    this.byteLength = byteLengthWritable || byteLength || defaultByteLength
    this.map = mapWritable || map
    this.afterWrite = afterWrite.bind(this)
    this.afterUpdateNextTick = updateWriteNT.bind(this)
  }

  get ending() {
    return (this.stream._duplexState & WRITE_FINISHING) !== 0
  }

  get ended() {
    return (this.stream._duplexState & WRITE_DONE) !== 0
  }

  push(data) {
    if ((this.stream._duplexState & WRITE_DROP_DATA) !== 0) return false
    if (this.map !== null) data = this.map(data)

    this.buffered += this.byteLength(data)
    this.queue.push(data)

    if (this.buffered < this.highWaterMark) {
      this.stream._duplexState |= WRITE_QUEUED
      return true
    }

    this.stream._duplexState |= WRITE_QUEUED_AND_UNDRAINED
    return false
  }

  shift() {
    const data = this.queue.shift()

    this.buffered -= this.byteLength(data)
    if (this.buffered === 0) this.stream._duplexState &= WRITE_NOT_QUEUED

    return data
  }

  end(data) {
    if (typeof data === 'function') {
      this.stream.once('finish', data)
    } else if (data !== undefined && data !== null) {
      this.push(data)
    }

    this.stream._duplexState = (this.stream._duplexState | WRITE_FINISHING) & WRITE_NON_PRIMARY
  }

  autoBatch(data, cb) {
    const buffer = []
    const stream = this.stream

    buffer.push(data)
    while ((stream._duplexState & WRITE_STATUS) === WRITE_QUEUED_AND_ACTIVE) {
      buffer.push(stream._writableState.shift())
    }

    if ((stream._duplexState & OPEN_STATUS) !== 0) return cb(null)
    stream._writev(buffer, cb)
  }

  update() {
    const stream = this.stream

    stream._duplexState |= WRITE_UPDATING

    do {
      while ((stream._duplexState & WRITE_STATUS) === WRITE_QUEUED) {
        const data = this.shift()
        stream._duplexState |= WRITE_ACTIVE_AND_WRITING
        stream._write(data, this.afterWrite)
      }

      if ((stream._duplexState & WRITE_PRIMARY_AND_ACTIVE) === 0) this.updateNonPrimary()
    } while (this.continueUpdate() === true)

    stream._duplexState &= WRITE_NOT_UPDATING
  }

  updateNonPrimary() {
    const stream = this.stream

    if ((stream._duplexState & WRITE_FINISHING_STATUS) === WRITE_FINISHING) {
      stream._duplexState = stream._duplexState | WRITE_ACTIVE
      stream._final(afterFinal.bind(this))
      return
    }

    if ((stream._duplexState & DESTROY_STATUS) === DESTROYING) {
      if ((stream._duplexState & ACTIVE_OR_TICKING) === 0) {
        stream._duplexState |= ACTIVE
        stream._destroy(afterDestroy.bind(this))
      }
      return
    }

    if ((stream._duplexState & IS_OPENING) === OPENING) {
      stream._duplexState = (stream._duplexState | ACTIVE) & NOT_OPENING
      stream._open(afterOpen.bind(this))
    }
  }

  continueUpdate() {
    if ((this.stream._duplexState & WRITE_NEXT_TICK) === 0) return false
    this.stream._duplexState &= WRITE_NOT_NEXT_TICK
    return true
  }

  updateCallback() {
    if ((this.stream._duplexState & WRITE_UPDATE_SYNC_STATUS) === WRITE_PRIMARY) {
      this.update()
    } else {
      this.updateNextTick()
    }
  }

  updateNextTick() {
    if ((this.stream._duplexState & WRITE_NEXT_TICK) !== 0) return
    this.stream._duplexState |= WRITE_NEXT_TICK
    if ((this.stream._duplexState & WRITE_UPDATING) === 0) qmt(this.afterUpdateNextTick)
  }
}

class ReadableState {
  constructor(
    stream,
    { highWaterMark = 16384, map = null, mapReadable, byteLength, byteLengthReadable } = {}
  ) {
    this.stream = stream
    this.queue = new FIFO()
    this.highWaterMark = highWaterMark === 0 ? 1 : highWaterMark
    this.buffered = 0
    this.readAhead = highWaterMark > 0
    this.error = null
    this.pipeline = null
    this.byteLength = byteLengthReadable || byteLength || defaultByteLength
    this.map = mapReadable || map
    this.pipeTo = null
    this.afterRead = afterRead.bind(this)
    this.afterUpdateNextTick = updateReadNT.bind(this)
  }

  get ending() {
    return (this.stream._duplexState & READ_ENDING) !== 0
  }

  get ended() {
    return (this.stream._duplexState & READ_DONE) !== 0
  }

  pipe(pipeTo, cb) {
    if (this.pipeTo !== null) throw StreamError.BAD_ARGUMENT('Can only pipe to one destination')
    if (typeof cb !== 'function') cb = null

    this.stream._duplexState |= READ_PIPE_DRAINED
    this.pipeTo = pipeTo
    this.pipeline = new Pipeline(this.stream, pipeTo, cb)

    if (cb) this.stream.on('error', noop) // We already error handle this so supress crashes

    if (isStreamx(pipeTo)) {
      pipeTo._writableState.pipeline = this.pipeline
      if (cb) pipeTo.on('error', noop) // We already error handle this so supress crashes
      pipeTo.on('finish', this.pipeline.finished.bind(this.pipeline)) // TODO: just call finished from pipeTo itself
    } else {
      const onerror = this.pipeline.done.bind(this.pipeline, pipeTo)
      const onclose = this.pipeline.done.bind(this.pipeline, pipeTo, null) // onclose has a weird bool arg
      pipeTo.on('error', onerror)
      pipeTo.on('close', onclose)
      pipeTo.on('finish', this.pipeline.finished.bind(this.pipeline))
    }

    pipeTo.on('drain', afterDrain.bind(this))
    this.stream.emit('piping', pipeTo)
    pipeTo.emit('pipe', this.stream)
  }

  push(data) {
    const stream = this.stream

    if (data === null) {
      this.highWaterMark = 0
      stream._duplexState = (stream._duplexState | READ_ENDING) & READ_NON_PRIMARY_AND_PUSHED
      return false
    }

    if (this.map !== null) {
      data = this.map(data)
      if (data === null) {
        stream._duplexState &= READ_PUSHED
        return this.buffered < this.highWaterMark
      }
    }

    this.buffered += this.byteLength(data)
    this.queue.push(data)

    stream._duplexState = (stream._duplexState | READ_QUEUED) & READ_PUSHED

    return this.buffered < this.highWaterMark
  }

  shift() {
    const data = this.queue.shift()

    this.buffered -= this.byteLength(data)
    if (this.buffered === 0) {
      this.stream._duplexState &= READ_NOT_QUEUED
    }

    return data
  }

  unshift(data) {
    const pending = [this.map !== null ? this.map(data) : data]
    while (this.buffered > 0) pending.push(this.shift())

    for (let i = 0; i < pending.length - 1; i++) {
      const data = pending[i]
      this.buffered += this.byteLength(data)
      this.queue.push(data)
    }

    this.push(pending[pending.length - 1])
  }

  read() {
    const stream = this.stream

    if ((stream._duplexState & READ_STATUS) === READ_QUEUED) {
      const data = this.shift()

      if (this.pipeTo !== null && this.pipeTo.write(data) === false) {
        stream._duplexState &= READ_PIPE_NOT_DRAINED
      }

      if ((stream._duplexState & READ_EMIT_DATA) !== 0) {
        stream.emit('data', data)
      }

      return data
    }

    if (this.readAhead === false) {
      stream._duplexState |= READ_READ_AHEAD
      this.updateNextTick()
    }

    return null
  }

  drain() {
    const stream = this.stream

    while (
      (stream._duplexState & READ_STATUS) === READ_QUEUED &&
      (stream._duplexState & READ_FLOWING) !== 0
    ) {
      const data = this.shift()

      if (this.pipeTo !== null && this.pipeTo.write(data) === false) {
        stream._duplexState &= READ_PIPE_NOT_DRAINED
      }

      if ((stream._duplexState & READ_EMIT_DATA) !== 0) {
        stream.emit('data', data)
      }
    }
  }

  update() {
    const stream = this.stream

    stream._duplexState |= READ_UPDATING

    do {
      this.drain()

      while (
        this.buffered < this.highWaterMark &&
        (stream._duplexState & SHOULD_NOT_READ) === READ_READ_AHEAD
      ) {
        stream._duplexState |= READ_ACTIVE_AND_NEEDS_PUSH
        stream._read(this.afterRead)
        this.drain()
      }

      if ((stream._duplexState & READ_READABLE_STATUS) === READ_EMIT_READABLE_AND_QUEUED) {
        stream._duplexState |= READ_EMITTED_READABLE
        stream.emit('readable')
      }

      if ((stream._duplexState & READ_PRIMARY_AND_ACTIVE) === 0) {
        this.updateNonPrimary()
      }
    } while (this.continueUpdate() === true)

    stream._duplexState &= READ_NOT_UPDATING
  }

  updateNonPrimary() {
    const stream = this.stream

    if ((stream._duplexState & READ_ENDING_STATUS) === READ_ENDING) {
      stream._duplexState = (stream._duplexState | READ_DONE) & READ_NOT_ENDING
      stream.emit('end')

      if ((stream._duplexState & AUTO_DESTROY) === DONE) {
        stream._duplexState |= DESTROYING
      }

      if (this.pipeTo !== null) {
        this.pipeTo.end()
      }
    }

    if ((stream._duplexState & DESTROY_STATUS) === DESTROYING) {
      if ((stream._duplexState & ACTIVE_OR_TICKING) === 0) {
        stream._duplexState |= ACTIVE
        stream._destroy(afterDestroy.bind(this))
      }
      return
    }

    if ((stream._duplexState & IS_OPENING) === OPENING) {
      stream._duplexState = (stream._duplexState | ACTIVE) & NOT_OPENING
      stream._open(afterOpen.bind(this))
    }
  }

  continueUpdate() {
    if ((this.stream._duplexState & READ_NEXT_TICK) === 0) return false
    this.stream._duplexState &= READ_NOT_NEXT_TICK
    return true
  }

  updateCallback() {
    if ((this.stream._duplexState & READ_UPDATE_SYNC_STATUS) === READ_PRIMARY) {
      this.update()
    } else {
      this.updateNextTick()
    }
  }

  updateNextTickIfOpen() {
    if ((this.stream._duplexState & READ_NEXT_TICK_OR_OPENING) !== 0) return
    this.stream._duplexState |= READ_NEXT_TICK
    if ((this.stream._duplexState & READ_UPDATING) === 0) qmt(this.afterUpdateNextTick)
  }

  updateNextTick() {
    if ((this.stream._duplexState & READ_NEXT_TICK) !== 0) return
    this.stream._duplexState |= READ_NEXT_TICK
    if ((this.stream._duplexState & READ_UPDATING) === 0) qmt(this.afterUpdateNextTick)
  }
}

class TransformState {
  constructor(stream) {
    this.data = null
    this.afterTransform = afterTransform.bind(stream)
    this.afterFinal = null
  }
}

class Pipeline {
  constructor(src, dst, cb) {
    this.from = src
    this.to = dst
    this.afterPipe = cb
    this.error = null
    this.pipeToFinished = false
  }

  finished() {
    this.pipeToFinished = true
  }

  done(stream, err) {
    if (err) this.error = err

    if (stream === this.to) {
      this.to = null

      if (this.from !== null) {
        if ((this.from._duplexState & READ_DONE) === 0 || !this.pipeToFinished) {
          this.from.destroy(this.error || StreamError.PREMATURE_CLOSE('Writable stream closed'))
        }
        return
      }
    }

    if (stream === this.from) {
      this.from = null

      if (this.to !== null) {
        if ((stream._duplexState & READ_DONE) === 0) {
          this.to.destroy(this.error || StreamError.PREMATURE_CLOSE('Readable stream closed'))
        }
        return
      }
    }

    if (this.afterPipe !== null) this.afterPipe(this.error)
    this.to = this.from = this.afterPipe = null
  }
}

function afterDrain() {
  this.stream._duplexState |= READ_PIPE_DRAINED
  this.updateCallback()
}

function afterFinal(err) {
  const stream = this.stream
  if (err) stream.destroy(err)

  if ((stream._duplexState & DESTROY_STATUS) === 0) {
    stream._duplexState |= WRITE_DONE
    stream.emit('finish')
  }

  if ((stream._duplexState & AUTO_DESTROY) === DONE) {
    stream._duplexState |= DESTROYING
  }

  stream._duplexState &= WRITE_NOT_FINISHING

  // no need to wait the extra tick here, so we short circuit that
  if ((stream._duplexState & WRITE_UPDATING) === 0) {
    this.update()
  } else {
    this.updateNextTick()
  }
}

function afterDestroy(err) {
  const stream = this.stream

  if (!err && !StreamError.isStreamDestroyed(this.error)) err = this.error
  if (err) stream.emit('error', err)

  stream._duplexState |= DESTROYED
  stream.emit('close')

  const rs = stream._readableState
  const ws = stream._writableState

  if (rs !== null && rs.pipeline !== null) {
    rs.pipeline.done(stream, err)
  }

  if (ws !== null) {
    while (ws.drains !== null && ws.drains.length > 0) {
      ws.drains.shift().resolve(false)
    }

    if (ws.pipeline !== null) {
      ws.pipeline.done(stream, err)
    }
  }
}

function afterWrite(err) {
  const stream = this.stream

  if (err) stream.destroy(err)
  stream._duplexState &= WRITE_NOT_ACTIVE

  if (this.drains !== null) tickDrains(this.drains)

  if ((stream._duplexState & WRITE_DRAIN_STATUS) === WRITE_UNDRAINED) {
    stream._duplexState &= WRITE_DRAINED

    if ((stream._duplexState & WRITE_EMIT_DRAIN) === WRITE_EMIT_DRAIN) {
      stream.emit('drain')
    }
  }

  this.updateCallback()
}

function afterRead(err) {
  if (err) this.stream.destroy(err)
  this.stream._duplexState &= READ_NOT_ACTIVE

  if (this.readAhead === false && (this.stream._duplexState & READ_RESUMED) === 0) {
    this.stream._duplexState &= READ_NO_READ_AHEAD
  }

  this.updateCallback()
}

function updateReadNT() {
  if ((this.stream._duplexState & READ_UPDATING) === 0) {
    this.stream._duplexState &= READ_NOT_NEXT_TICK
    this.update()
  }
}

function updateWriteNT() {
  if ((this.stream._duplexState & WRITE_UPDATING) === 0) {
    this.stream._duplexState &= WRITE_NOT_NEXT_TICK
    this.update()
  }
}

function tickDrains(drains) {
  for (let i = 0; i < drains.length; i++) {
    // drains.writes are monotonic, so if one is 0 its always the first one
    if (--drains[i].writes === 0) {
      drains.shift().resolve(true)
      i--
    }
  }
}

function afterOpen(err) {
  const stream = this.stream

  if (err) stream.destroy(err)

  if ((stream._duplexState & DESTROYING) === 0) {
    if ((stream._duplexState & READ_PRIMARY_STATUS) === 0) {
      stream._duplexState |= READ_PRIMARY
    }

    if ((stream._duplexState & WRITE_PRIMARY_STATUS) === 0) {
      stream._duplexState |= WRITE_PRIMARY
    }

    stream.emit('open')
  }

  stream._duplexState &= NOT_ACTIVE

  if (stream._writableState !== null) {
    stream._writableState.updateCallback()
  }

  if (stream._readableState !== null) {
    stream._readableState.updateCallback()
  }
}

function afterTransform(err, data) {
  if (data !== undefined && data !== null) this.push(data)
  this._writableState.afterWrite(err)
}

function newListener(name) {
  if (this._readableState !== null) {
    if (name === 'data') {
      this._duplexState |= READ_EMIT_DATA | READ_RESUMED_READ_AHEAD
      this._readableState.updateNextTick()
    }
    if (name === 'readable') {
      this._duplexState |= READ_EMIT_READABLE
      this._readableState.updateNextTick()
    }
  }

  if (this._writableState !== null) {
    if (name === 'drain') {
      this._duplexState |= WRITE_EMIT_DRAIN
      this._writableState.updateNextTick()
    }
  }
}

class Stream extends EventEmitter {
  constructor(opts) {
    super()

    this._duplexState = 0
    this._readableState = null
    this._writableState = null

    if (opts) {
      if (opts.open) this._open = opts.open
      if (opts.destroy) this._destroy = opts.destroy
      if (opts.predestroy) this._predestroy = opts.predestroy
      if (opts.signal) opts.signal.addEventListener('abort', abort.bind(this))
    }

    this.on('newListener', newListener)
  }

  _open(cb) {
    cb(null)
  }

  _destroy(cb) {
    cb(null)
  }

  _predestroy() {
    // does nothing
  }

  get readable() {
    return this._readableState !== null ? true : undefined
  }

  get writable() {
    return this._writableState !== null ? true : undefined
  }

  get destroyed() {
    return (this._duplexState & DESTROYED) !== 0
  }

  get destroying() {
    return (this._duplexState & DESTROY_STATUS) !== 0
  }

  destroy(err) {
    if ((this._duplexState & DESTROY_STATUS) === 0) {
      if (!err) err = StreamError.STREAM_DESTROYED()
      this._duplexState = (this._duplexState | DESTROYING) & NON_PRIMARY

      if (this._readableState !== null) {
        this._readableState.highWaterMark = 0
        this._readableState.error = err
      }

      if (this._writableState !== null) {
        this._writableState.highWaterMark = 0
        this._writableState.error = err
      }

      this._duplexState |= PREDESTROYING
      this._predestroy()
      this._duplexState &= NOT_PREDESTROYING

      if (this._readableState !== null) {
        this._readableState.updateNextTick()
      }

      if (this._writableState !== null) {
        this._writableState.updateNextTick()
      }
    }
  }
}

class Readable extends Stream {
  constructor(opts) {
    super(opts)

    this._duplexState |= OPENING | WRITE_DONE | READ_READ_AHEAD
    this._readableState = new ReadableState(this, opts)

    if (opts) {
      if (this._readableState.readAhead === false) this._duplexState &= READ_NO_READ_AHEAD
      if (opts.read) this._read = opts.read
      if (opts.eagerOpen) this._readableState.updateNextTick()
      if (opts.encoding) this.setEncoding(opts.encoding)
    }
  }

  static deferred(fn, opts) {
    const out = new PassThrough(opts)

    fn()
      .then((src) => {
        if (src === null) return out.end()
        if (out.destroying) return
        pipeline(src, out, noop)
      })
      .catch((err) => out.destroy(err))

    return out
  }

  setEncoding(encoding) {
    const dec = new TextDecoder(encoding)
    const map = this._readableState.map || echo
    this._readableState.map = mapOrSkip
    return this

    function mapOrSkip(data) {
      const next = dec.push(data)
      return next === '' && (data.byteLength !== 0 || dec.remaining > 0) ? null : map(next)
    }
  }

  _read(cb) {
    cb(null)
  }

  pipe(dest, cb) {
    this._readableState.updateNextTick()
    this._readableState.pipe(dest, cb)
    return dest
  }

  read() {
    this._readableState.updateNextTick()
    return this._readableState.read()
  }

  push(data) {
    this._readableState.updateNextTickIfOpen()
    return this._readableState.push(data)
  }

  unshift(data) {
    this._readableState.updateNextTickIfOpen()
    return this._readableState.unshift(data)
  }

  resume() {
    this._duplexState |= READ_RESUMED_READ_AHEAD
    this._readableState.updateNextTick()
    return this
  }

  pause() {
    this._duplexState &=
      this._readableState.readAhead === false ? READ_PAUSED_NO_READ_AHEAD : READ_PAUSED
    return this
  }

  static _fromAsyncIterator(ite, opts) {
    let destroy

    const rs = new Readable({
      ...opts,
      read(cb) {
        ite.next().then(push).then(cb.bind(null, null)).catch(cb)
      },
      predestroy() {
        destroy = ite.return()
      },
      destroy(cb) {
        if (!destroy) return cb(null)
        destroy.then(cb.bind(null, null)).catch(cb)
      }
    })

    return rs

    function push(data) {
      if (data.done) rs.push(null)
      else rs.push(data.value)
    }
  }

  static from(data, opts) {
    if (isReadStreamx(data)) return data
    if (data[asyncIterator]) return this._fromAsyncIterator(data[asyncIterator](), opts)
    if (!Array.isArray(data)) data = data === undefined ? [] : [data]

    let i = 0
    return new Readable({
      ...opts,
      read(cb) {
        this.push(i === data.length ? null : data[i++])
        cb(null)
      }
    })
  }

  static isBackpressured(rs) {
    return (
      (rs._duplexState & READ_BACKPRESSURE_STATUS) !== 0 ||
      rs._readableState.buffered >= rs._readableState.highWaterMark
    )
  }

  static isPaused(rs) {
    return (rs._duplexState & READ_RESUMED) === 0
  }

  [asyncIterator]() {
    const stream = this

    let error = null
    let promiseResolve = null
    let promiseReject = null

    this.on('error', (err) => {
      error = err
    })
    this.on('readable', onreadable)
    this.on('close', onclose)

    return {
      [asyncIterator]() {
        return this
      },
      next() {
        return new Promise(function (resolve, reject) {
          promiseResolve = resolve
          promiseReject = reject
          const data = stream.read()
          if (data !== null) ondata(data)
          else if ((stream._duplexState & DESTROYED) !== 0) ondata(null)
        })
      },
      return() {
        return destroy(null)
      },
      throw(err) {
        return destroy(err)
      }
    }

    function onreadable() {
      if (promiseResolve !== null) ondata(stream.read())
    }

    function onclose() {
      if (promiseResolve !== null) ondata(null)
    }

    function ondata(data) {
      if (promiseReject === null) return
      if (error) {
        promiseReject(error)
      } else if (data === null && (stream._duplexState & READ_DONE) === 0) {
        promiseReject(StreamError.STREAM_DESTROYED())
      } else {
        promiseResolve({ value: data, done: data === null })
      }
      promiseReject = promiseResolve = null
    }

    function destroy(err) {
      stream.destroy(err)
      return new Promise((resolve, reject) => {
        if (stream._duplexState & DESTROYED) return resolve({ value: undefined, done: true })
        stream.once('close', function () {
          if (err) reject(err)
          else resolve({ value: undefined, done: true })
        })
      })
    }
  }
}

class Writable extends Stream {
  constructor(opts) {
    super(opts)

    this._duplexState |= OPENING | READ_DONE
    this._writableState = new WritableState(this, opts)

    if (opts) {
      if (opts.writev) this._writev = opts.writev
      if (opts.write) this._write = opts.write
      if (opts.final) this._final = opts.final
      if (opts.eagerOpen) this._writableState.updateNextTick()
    }
  }

  cork() {
    this._duplexState |= WRITE_CORKED
  }

  uncork() {
    this._duplexState &= WRITE_NOT_CORKED
    this._writableState.updateNextTick()
  }

  _writev(batch, cb) {
    cb(null)
  }

  _write(data, cb) {
    this._writableState.autoBatch(data, cb)
  }

  _final(cb) {
    cb(null)
  }

  static isBackpressured(ws) {
    return (ws._duplexState & WRITE_BACKPRESSURE_STATUS) !== 0
  }

  static drained(ws) {
    if (ws.destroyed) return Promise.resolve(false)

    const state = ws._writableState
    const pending = isWritev(ws) ? Math.min(1, state.queue.length) : state.queue.length
    const writes = pending + (ws._duplexState & WRITE_WRITING ? 1 : 0)
    if (writes === 0) return Promise.resolve(true)

    if (state.drains === null) state.drains = []
    return new Promise((resolve) => {
      state.drains.push({ writes, resolve })
    })
  }

  write(data) {
    this._writableState.updateNextTick()
    return this._writableState.push(data)
  }

  end(data) {
    this._writableState.updateNextTick()
    this._writableState.end(data)
    return this
  }
}

class Duplex extends Readable {
  // and Writable
  constructor(opts) {
    super(opts)

    this._duplexState = OPENING | (this._duplexState & READ_READ_AHEAD)
    this._writableState = new WritableState(this, opts)

    if (opts) {
      if (opts.writev) this._writev = opts.writev
      if (opts.write) this._write = opts.write
      if (opts.final) this._final = opts.final
    }
  }

  cork() {
    this._duplexState |= WRITE_CORKED
  }

  uncork() {
    this._duplexState &= WRITE_NOT_CORKED
    this._writableState.updateNextTick()
  }

  _writev(batch, cb) {
    cb(null)
  }

  _write(data, cb) {
    this._writableState.autoBatch(data, cb)
  }

  _final(cb) {
    cb(null)
  }

  write(data) {
    this._writableState.updateNextTick()
    return this._writableState.push(data)
  }

  end(data) {
    this._writableState.updateNextTick()
    this._writableState.end(data)
    return this
  }
}

class Transform extends Duplex {
  constructor(opts) {
    super(opts)
    this._transformState = new TransformState(this)

    if (opts) {
      if (opts.transform) this._transform = opts.transform
      if (opts.flush) this._flush = opts.flush
    }
  }

  _write(data, cb) {
    if (this._readableState.buffered >= this._readableState.highWaterMark) {
      this._transformState.data = data
    } else {
      this._transform(data, this._transformState.afterTransform)
    }
  }

  _read(cb) {
    if (this._transformState.data !== null) {
      const data = this._transformState.data
      this._transformState.data = null
      cb(null)
      this._transform(data, this._transformState.afterTransform)
    } else {
      cb(null)
    }
  }

  destroy(err) {
    super.destroy(err)
    if (this._transformState.data !== null) {
      this._transformState.data = null
      this._transformState.afterTransform()
    }
  }

  _transform(data, cb) {
    cb(null, data)
  }

  _flush(cb) {
    cb(null)
  }

  _final(cb) {
    this._transformState.afterFinal = cb
    this._flush(transformAfterFlush.bind(this))
  }
}

class PassThrough extends Transform {}

function transformAfterFlush(err, data) {
  const cb = this._transformState.afterFinal
  if (err) return cb(err)

  if (data !== null && data !== undefined) this.push(data)
  this.push(null)
  cb(null)
}

function pipelinePromise(...streams) {
  return new Promise((resolve, reject) => {
    return pipeline(...streams, (err) => {
      if (err) return reject(err)
      resolve()
    })
  })
}

function pipeline(stream, ...streams) {
  const all = Array.isArray(stream) ? [...stream, ...streams] : [stream, ...streams]
  const done = all.length && typeof all[all.length - 1] === 'function' ? all.pop() : null

  if (all.length < 2) throw StreamError.BAD_ARGUMENT('Pipeline requires at least 2 streams')

  let src = all[0]
  let dest = null
  let error = null

  for (let i = 1; i < all.length; i++) {
    dest = all[i]

    if (isStreamx(src)) {
      src.pipe(dest, onerror)
    } else {
      errorHandle(src, true, i > 1, onerror)
      src.pipe(dest)
    }

    src = dest
  }

  if (done) {
    let fin = false

    const autoDestroy =
      isStreamx(dest) || !!(dest._writableState && dest._writableState.autoDestroy)

    dest.on('error', (err) => {
      if (error === null) error = err
    })

    dest.on('finish', () => {
      fin = true
      if (!autoDestroy) done(error)
    })

    if (autoDestroy) {
      dest.on('close', () => done(error || (fin ? null : StreamError.PREMATURE_CLOSE())))
    }
  }

  return dest

  function errorHandle(s, rd, wr, onerror) {
    s.on('error', onerror)
    s.on('close', onclose)

    function onclose() {
      if (rd && s._readableState && !s._readableState.ended) {
        return onerror(StreamError.PREMATURE_CLOSE())
      }
      if (wr && s._writableState && !s._writableState.ended) {
        return onerror(StreamError.PREMATURE_CLOSE())
      }
    }
  }

  function onerror(err) {
    if (!err || error) return
    error = err

    for (const s of all) {
      s.destroy(err)
    }
  }
}

function echo(s) {
  return s
}

function isStream(stream) {
  return !!stream._readableState || !!stream._writableState
}

function isStreamx(stream) {
  return typeof stream._duplexState === 'number' && isStream(stream)
}

function isEnding(stream) {
  return !!stream._readableState && stream._readableState.ending
}

function isEnded(stream) {
  return !!stream._readableState && stream._readableState.ended
}

function isFinishing(stream) {
  return !!stream._writableState && stream._writableState.ending
}

function isFinished(stream) {
  return !!stream._writableState && stream._writableState.ended
}

function getStreamError(stream, opts = {}) {
  const err =
    (stream._readableState && stream._readableState.error) ||
    (stream._writableState && stream._writableState.error)

  // avoid implicit errors by default
  return !opts.all && StreamError.isStreamDestroyed(err) ? null : err
}

function isReadStreamx(stream) {
  return isStreamx(stream) && stream.readable
}

function isDisturbed(stream) {
  return (
    (stream._duplexState & OPENING) !== OPENING ||
    (stream._duplexState & DESTROYING) === DESTROYING ||
    (stream._duplexState & ACTIVE_OR_TICKING) !== 0
  )
}

function isTypedArray(data) {
  return typeof data === 'object' && data !== null && typeof data.byteLength === 'number'
}

function defaultByteLength(data) {
  return isTypedArray(data) ? data.byteLength : 1024
}

function noop() {}

function abort() {
  this.destroy(StreamError.ABORTED())
}

function isWritev(s) {
  return s._writev !== Writable.prototype._writev && s._writev !== Duplex.prototype._writev
}

module.exports = {
  pipeline,
  pipelinePromise,
  isStream,
  isStreamx,
  isEnding,
  isEnded,
  isFinishing,
  isFinished,
  isDisturbed,
  getStreamError,
  Stream,
  Writable,
  Readable,
  Duplex,
  Transform,
  // Export PassThrough for compatibility with Node.js core's stream module
  PassThrough
}


/***/ }),

/***/ 5657:
/***/ ((module) => {

module.exports = class StreamError extends Error {
  constructor(msg, code, fn = StreamError) {
    super(msg)

    this.code = code

    if (Error.captureStackTrace) {
      Error.captureStackTrace(this, fn)
    }
  }

  static isStreamDestroyed(err) {
    return err && err.code === 'STREAM_DESTROYED'
  }

  static isPrematureClose(err) {
    return err && err.code === 'PREMATURE_CLOSE'
  }

  static isAborted(err) {
    return err && err.code === 'ABORTED'
  }

  static isBadArgument(err) {
    return err && err.code === 'BAD_ARGUMENT'
  }

  get name() {
    return 'StreamError'
  }

  static STREAM_DESTROYED() {
    return new StreamError('Stream was destroyed', 'STREAM_DESTROYED', StreamError.STREAM_DESTROYED)
  }

  static PREMATURE_CLOSE(msg = 'Premature close') {
    return new StreamError(msg, 'PREMATURE_CLOSE', StreamError.PREMATURE_CLOSE)
  }

  static ABORTED() {
    return new StreamError('Stream aborted', 'ABORTED', StreamError.ABORTED)
  }

  static BAD_ARGUMENT(msg = 'Bad argument') {
    return new StreamError(msg, 'BAD_ARGUMENT', StreamError.BAD_ARGUMENT)
  }
}


/***/ }),

/***/ 775:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {

const constants = { // just for envs without fs
  S_IFMT: 61440,
  S_IFDIR: 16384,
  S_IFCHR: 8192,
  S_IFBLK: 24576,
  S_IFIFO: 4096,
  S_IFLNK: 40960
}

try {
  module.exports = (__nccwpck_require__(9896).constants) || constants
} catch {
  module.exports = constants
}


/***/ }),

/***/ 5763:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {

const { Writable, Readable, getStreamError } = __nccwpck_require__(6204)
const FIFO = __nccwpck_require__(3867)
const b4a = __nccwpck_require__(3057)
const headers = __nccwpck_require__(8428)

const EMPTY = b4a.alloc(0)
const MAX_HEADER_SIZE = 4 * 1024 * 1024 // arbitrary big number

class BufferList {
  constructor () {
    this.buffered = 0
    this.shifted = 0
    this.queue = new FIFO()

    this._offset = 0
  }

  push (buffer) {
    this.buffered += buffer.byteLength
    this.queue.push(buffer)
  }

  shiftFirst (size) {
    return this.buffered === 0 ? null : this._next(size)
  }

  shift (size) {
    if (size > this.buffered) return null
    if (size === 0) return EMPTY

    let chunk = this._next(size)

    if (size === chunk.byteLength) return chunk // likely case

    const chunks = [chunk]

    while ((size -= chunk.byteLength) > 0) {
      chunk = this._next(size)
      chunks.push(chunk)
    }

    return b4a.concat(chunks)
  }

  _next (size) {
    const buf = this.queue.peek()
    const rem = buf.byteLength - this._offset

    if (size >= rem) {
      const sub = this._offset ? buf.subarray(this._offset, buf.byteLength) : buf
      this.queue.shift()
      this._offset = 0
      this.buffered -= rem
      this.shifted += rem
      return sub
    }

    this.buffered -= size
    this.shifted += size

    return buf.subarray(this._offset, (this._offset += size))
  }
}

class Source extends Readable {
  constructor (self, header, offset) {
    super()

    this.header = header
    this.offset = offset

    this._parent = self
  }

  _read (cb) {
    if (this.header.size === 0) {
      this.push(null)
    }
    if (this._parent._stream === this) {
      this._parent._update()
    }
    cb(null)
  }

  _predestroy () {
    this._parent.destroy(getStreamError(this))
  }

  _detach () {
    if (this._parent._stream === this) {
      this._parent._stream = null
      this._parent._missing = overflow(this.header.size)
      this._parent._update()
    }
  }

  _destroy (cb) {
    this._detach()
    cb(null)
  }
}

class Extract extends Writable {
  constructor (opts) {
    super(opts)

    if (!opts) opts = {}

    this._buffer = new BufferList()
    this._offset = 0
    this._header = null
    this._stream = null
    this._missing = 0
    this._longHeader = false
    this._callback = noop
    this._locked = false
    this._finished = false
    this._pax = null
    this._paxGlobal = null
    this._gnuLongPath = null
    this._gnuLongLinkPath = null
    this._filenameEncoding = opts.filenameEncoding || 'utf-8'
    this._allowUnknownFormat = !!opts.allowUnknownFormat
    this._unlockBound = this._unlock.bind(this)
  }

  _unlock (err) {
    this._locked = false

    if (err) {
      this.destroy(err)
      this._continueWrite(err)
      return
    }

    this._update()
  }

  _consumeHeader () {
    if (this._locked) return false

    this._offset = this._buffer.shifted

    try {
      this._header = headers.decode(this._buffer.shift(512), this._filenameEncoding, this._allowUnknownFormat)
    } catch (err) {
      this._continueWrite(err)
      return false
    }

    if (!this._header) return true

    this._header.byteOffset = this._buffer.shifted

    switch (this._header.type) {
      case 'gnu-long-path':
      case 'gnu-long-link-path':
      case 'pax-global-header':
      case 'pax-header':
        this._longHeader = true
        this._missing = this._header.size
        if (this._missing > MAX_HEADER_SIZE) {
          this._continueWrite(new Error('Header exceeds max size'))
          return false
        }
        return true
    }

    this._locked = true
    this._applyLongHeaders()

    if (!(this._header.size >= 0)) {
      this._continueWrite(new Error('Invalid header'))
      return false
    }

    if (this._header.size === 0 || this._header.type === 'directory') {
      this.emit('entry', this._header, this._createStream(), this._unlockBound)
      return true
    }

    this._stream = this._createStream()
    this._missing = this._header.size

    this.emit('entry', this._header, this._stream, this._unlockBound)
    return true
  }

  _applyLongHeaders () {
    if (this._gnuLongPath) {
      this._header.name = this._gnuLongPath
      this._gnuLongPath = null
    }

    if (this._gnuLongLinkPath) {
      this._header.linkname = this._gnuLongLinkPath
      this._gnuLongLinkPath = null
    }

    if (this._pax) {
      if (this._pax.path) this._header.name = this._pax.path
      if (this._pax.linkpath) this._header.linkname = this._pax.linkpath
      if (this._pax.size) this._header.size = parseInt(this._pax.size, 10)
      this._header.pax = this._pax
      this._pax = null
    }
  }

  _decodeLongHeader (buf) {
    switch (this._header.type) {
      case 'gnu-long-path':
        this._gnuLongPath = headers.decodeLongPath(buf, this._filenameEncoding)
        break
      case 'gnu-long-link-path':
        this._gnuLongLinkPath = headers.decodeLongPath(buf, this._filenameEncoding)
        break
      case 'pax-global-header':
        this._paxGlobal = headers.decodePax(buf)
        break
      case 'pax-header':
        this._pax = this._paxGlobal === null
          ? headers.decodePax(buf)
          : Object.assign({}, this._paxGlobal, headers.decodePax(buf))
        break
    }
  }

  _consumeLongHeader () {
    this._longHeader = false
    this._missing = overflow(this._header.size)

    const buf = this._buffer.shift(this._header.size)

    try {
      this._decodeLongHeader(buf)
    } catch (err) {
      this._continueWrite(err)
      return false
    }

    return true
  }

  _consumeStream () {
    const buf = this._buffer.shiftFirst(this._missing)
    if (buf === null) return false

    this._missing -= buf.byteLength
    const drained = this._stream.push(buf)

    if (this._missing === 0) {
      this._stream.push(null)
      if (drained) this._stream._detach()
      return drained && this._locked === false
    }

    return drained
  }

  _createStream () {
    return new Source(this, this._header, this._offset)
  }

  _update () {
    while (this._buffer.buffered > 0 && !this.destroying) {
      if (this._missing > 0) {
        if (this._stream !== null) {
          if (this._consumeStream() === false) return
          continue
        }

        if (this._longHeader === true) {
          if (this._missing > this._buffer.buffered) break
          if (this._consumeLongHeader() === false) return false
          continue
        }

        const ignore = this._buffer.shiftFirst(this._missing)
        if (ignore !== null) this._missing -= ignore.byteLength
        continue
      }

      if (this._buffer.buffered < 512) break
      if (this._stream !== null || this._consumeHeader() === false) return
    }

    this._continueWrite(null)
  }

  _continueWrite (err) {
    const cb = this._callback
    this._callback = noop
    cb(err)
  }

  _write (data, cb) {
    this._callback = cb
    this._buffer.push(data)
    this._update()
  }

  _final (cb) {
    this._finished = this._missing === 0 && this._buffer.buffered === 0
    cb(this._finished ? null : new Error('Unexpected end of data'))
  }

  _predestroy () {
    this._continueWrite(null)
  }

  _destroy (cb) {
    if (this._stream) this._stream.destroy(getStreamError(this))
    cb(null)
  }

  [Symbol.asyncIterator] () {
    let error = null

    let promiseResolve = null
    let promiseReject = null

    let entryStream = null
    let entryCallback = null

    const extract = this

    this.on('entry', onentry)
    this.on('error', (err) => { error = err })
    this.on('close', onclose)

    return {
      [Symbol.asyncIterator] () {
        return this
      },
      next () {
        return new Promise(onnext)
      },
      return () {
        return destroy(null)
      },
      throw (err) {
        return destroy(err)
      }
    }

    function consumeCallback (err) {
      if (!entryCallback) return
      const cb = entryCallback
      entryCallback = null
      cb(err)
    }

    function onnext (resolve, reject) {
      if (error) {
        return reject(error)
      }

      if (entryStream) {
        resolve({ value: entryStream, done: false })
        entryStream = null
        return
      }

      promiseResolve = resolve
      promiseReject = reject

      consumeCallback(null)

      if (extract._finished && promiseResolve) {
        promiseResolve({ value: undefined, done: true })
        promiseResolve = promiseReject = null
      }
    }

    function onentry (header, stream, callback) {
      entryCallback = callback
      stream.on('error', noop) // no way around this due to tick sillyness

      if (promiseResolve) {
        promiseResolve({ value: stream, done: false })
        promiseResolve = promiseReject = null
      } else {
        entryStream = stream
      }
    }

    function onclose () {
      consumeCallback(error)
      if (!promiseResolve) return
      if (error) promiseReject(error)
      else promiseResolve({ value: undefined, done: true })
      promiseResolve = promiseReject = null
    }

    function destroy (err) {
      extract.destroy(err)
      consumeCallback(err)
      return new Promise((resolve, reject) => {
        if (extract.destroyed) return resolve({ value: undefined, done: true })
        extract.once('close', function () {
          if (err) reject(err)
          else resolve({ value: undefined, done: true })
        })
      })
    }
  }
}

module.exports = function extract (opts) {
  return new Extract(opts)
}

function noop () {}

function overflow (size) {
  size &= 511
  return size && 512 - size
}


/***/ }),

/***/ 8428:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

const b4a = __nccwpck_require__(3057)

const ZEROS = '0000000000000000000'
const SEVENS = '7777777777777777777'
const ZERO_OFFSET = '0'.charCodeAt(0)
const USTAR_MAGIC = b4a.from([0x75, 0x73, 0x74, 0x61, 0x72, 0x00]) // ustar\x00
const USTAR_VER = b4a.from([ZERO_OFFSET, ZERO_OFFSET])
const GNU_MAGIC = b4a.from([0x75, 0x73, 0x74, 0x61, 0x72, 0x20]) // ustar\x20
const GNU_VER = b4a.from([0x20, 0x00])
const MASK = 0o7777
const MAGIC_OFFSET = 257
const VERSION_OFFSET = 263

exports.decodeLongPath = function decodeLongPath (buf, encoding) {
  return decodeStr(buf, 0, buf.length, encoding)
}

exports.encodePax = function encodePax (opts) { // TODO: encode more stuff in pax
  let result = ''
  if (opts.name) result += addLength(' path=' + opts.name + '\n')
  if (opts.linkname) result += addLength(' linkpath=' + opts.linkname + '\n')
  const pax = opts.pax
  if (pax) {
    for (const key in pax) {
      result += addLength(' ' + key + '=' + pax[key] + '\n')
    }
  }
  return b4a.from(result)
}

exports.decodePax = function decodePax (buf) {
  const result = {}

  while (buf.length) {
    let i = 0
    while (i < buf.length && buf[i] !== 32) i++
    const len = parseInt(b4a.toString(buf.subarray(0, i)), 10)
    if (!len) return result

    const b = b4a.toString(buf.subarray(i + 1, len - 1))
    const keyIndex = b.indexOf('=')
    if (keyIndex === -1) return result
    result[b.slice(0, keyIndex)] = b.slice(keyIndex + 1)

    buf = buf.subarray(len)
  }

  return result
}

exports.encode = function encode (opts) {
  const buf = b4a.alloc(512)
  let name = opts.name
  let prefix = ''

  if (opts.typeflag === 5 && name[name.length - 1] !== '/') name += '/'
  if (b4a.byteLength(name) !== name.length) return null // utf-8

  while (b4a.byteLength(name) > 100) {
    const i = name.indexOf('/')
    if (i === -1) return null
    prefix += prefix ? '/' + name.slice(0, i) : name.slice(0, i)
    name = name.slice(i + 1)
  }

  if (b4a.byteLength(name) > 100 || b4a.byteLength(prefix) > 155) return null
  if (opts.linkname && b4a.byteLength(opts.linkname) > 100) return null

  b4a.write(buf, name)
  b4a.write(buf, encodeOct(opts.mode & MASK, 6), 100)
  b4a.write(buf, encodeOct(opts.uid, 6), 108)
  b4a.write(buf, encodeOct(opts.gid, 6), 116)
  encodeSize(opts.size, buf, 124)
  b4a.write(buf, encodeOct((opts.mtime.getTime() / 1000) | 0, 11), 136)

  buf[156] = ZERO_OFFSET + toTypeflag(opts.type)

  if (opts.linkname) b4a.write(buf, opts.linkname, 157)

  b4a.copy(USTAR_MAGIC, buf, MAGIC_OFFSET)
  b4a.copy(USTAR_VER, buf, VERSION_OFFSET)
  if (opts.uname) b4a.write(buf, opts.uname, 265)
  if (opts.gname) b4a.write(buf, opts.gname, 297)
  b4a.write(buf, encodeOct(opts.devmajor || 0, 6), 329)
  b4a.write(buf, encodeOct(opts.devminor || 0, 6), 337)

  if (prefix) b4a.write(buf, prefix, 345)

  b4a.write(buf, encodeOct(cksum(buf), 6), 148)

  return buf
}

exports.decode = function decode (buf, filenameEncoding, allowUnknownFormat) {
  let typeflag = buf[156] === 0 ? 0 : buf[156] - ZERO_OFFSET

  let name = decodeStr(buf, 0, 100, filenameEncoding)
  const mode = decodeOct(buf, 100, 8)
  const uid = decodeOct(buf, 108, 8)
  const gid = decodeOct(buf, 116, 8)
  const size = decodeOct(buf, 124, 12)
  const mtime = decodeOct(buf, 136, 12)
  const type = toType(typeflag)
  const linkname = buf[157] === 0 ? null : decodeStr(buf, 157, 100, filenameEncoding)
  const uname = decodeStr(buf, 265, 32)
  const gname = decodeStr(buf, 297, 32)
  const devmajor = decodeOct(buf, 329, 8)
  const devminor = decodeOct(buf, 337, 8)

  const c = cksum(buf)

  // checksum is still initial value if header was null.
  if (c === 8 * 32) return null

  // valid checksum
  if (c !== decodeOct(buf, 148, 8)) throw new Error('Invalid tar header. Maybe the tar is corrupted or it needs to be gunzipped?')

  if (isUSTAR(buf)) {
    // ustar (posix) format.
    // prepend prefix, if present.
    if (buf[345]) name = decodeStr(buf, 345, 155, filenameEncoding) + '/' + name
  } else if (isGNU(buf)) {
    // 'gnu'/'oldgnu' format. Similar to ustar, but has support for incremental and
    // multi-volume tarballs.
  } else {
    if (!allowUnknownFormat) {
      throw new Error('Invalid tar header: unknown format.')
    }
  }

  // to support old tar versions that use trailing / to indicate dirs
  if (typeflag === 0 && name && name[name.length - 1] === '/') typeflag = 5

  return {
    name,
    mode,
    uid,
    gid,
    size,
    byteOffset: 0,
    mtime: new Date(1000 * mtime),
    type,
    linkname,
    uname,
    gname,
    devmajor,
    devminor,
    pax: null
  }
}

function isUSTAR (buf) {
  return b4a.equals(USTAR_MAGIC, buf.subarray(MAGIC_OFFSET, MAGIC_OFFSET + 6))
}

function isGNU (buf) {
  return b4a.equals(GNU_MAGIC, buf.subarray(MAGIC_OFFSET, MAGIC_OFFSET + 6)) &&
    b4a.equals(GNU_VER, buf.subarray(VERSION_OFFSET, VERSION_OFFSET + 2))
}

function clamp (index, len, defaultValue) {
  if (typeof index !== 'number') return defaultValue
  index = ~~index // Coerce to integer.
  if (index >= len) return len
  if (index >= 0) return index
  index += len
  if (index >= 0) return index
  return 0
}

function toType (flag) {
  switch (flag) {
    case 0:
      return 'file'
    case 1:
      return 'link'
    case 2:
      return 'symlink'
    case 3:
      return 'character-device'
    case 4:
      return 'block-device'
    case 5:
      return 'directory'
    case 6:
      return 'fifo'
    case 7:
      return 'contiguous-file'
    case 72:
      return 'pax-header'
    case 55:
      return 'pax-global-header'
    case 27:
      return 'gnu-long-link-path'
    case 28:
    case 30:
      return 'gnu-long-path'
  }

  return null
}

function toTypeflag (flag) {
  switch (flag) {
    case 'file':
      return 0
    case 'link':
      return 1
    case 'symlink':
      return 2
    case 'character-device':
      return 3
    case 'block-device':
      return 4
    case 'directory':
      return 5
    case 'fifo':
      return 6
    case 'contiguous-file':
      return 7
    case 'pax-header':
      return 72
  }

  return 0
}

function indexOf (block, num, offset, end) {
  for (; offset < end; offset++) {
    if (block[offset] === num) return offset
  }
  return end
}

function cksum (block) {
  let sum = 8 * 32
  for (let i = 0; i < 148; i++) sum += block[i]
  for (let j = 156; j < 512; j++) sum += block[j]
  return sum
}

function encodeOct (val, n) {
  val = val.toString(8)
  if (val.length > n) return SEVENS.slice(0, n) + ' '
  return ZEROS.slice(0, n - val.length) + val + ' '
}

function encodeSizeBin (num, buf, off) {
  buf[off] = 0x80
  for (let i = 11; i > 0; i--) {
    buf[off + i] = num & 0xff
    num = Math.floor(num / 0x100)
  }
}

function encodeSize (num, buf, off) {
  if (num.toString(8).length > 11) {
    encodeSizeBin(num, buf, off)
  } else {
    b4a.write(buf, encodeOct(num, 11), off)
  }
}

/* Copied from the node-tar repo and modified to meet
 * tar-stream coding standard.
 *
 * Source: https://github.com/npm/node-tar/blob/51b6627a1f357d2eb433e7378e5f05e83b7aa6cd/lib/header.js#L349
 */
function parse256 (buf) {
  // first byte MUST be either 80 or FF
  // 80 for positive, FF for 2's comp
  let positive
  if (buf[0] === 0x80) positive = true
  else if (buf[0] === 0xFF) positive = false
  else return null

  // build up a base-256 tuple from the least sig to the highest
  const tuple = []
  let i
  for (i = buf.length - 1; i > 0; i--) {
    const byte = buf[i]
    if (positive) tuple.push(byte)
    else tuple.push(0xFF - byte)
  }

  let sum = 0
  const l = tuple.length
  for (i = 0; i < l; i++) {
    sum += tuple[i] * Math.pow(256, i)
  }

  return positive ? sum : -1 * sum
}

function decodeOct (val, offset, length) {
  val = val.subarray(offset, offset + length)
  offset = 0

  // If prefixed with 0x80 then parse as a base-256 integer
  if (val[offset] & 0x80) {
    return parse256(val)
  } else {
    // Older versions of tar can prefix with spaces
    while (offset < val.length && val[offset] === 32) offset++
    const end = clamp(indexOf(val, 32, offset, val.length), val.length, val.length)
    while (offset < end && val[offset] === 0) offset++
    if (end === offset) return 0
    return parseInt(b4a.toString(val.subarray(offset, end)), 8)
  }
}

function decodeStr (val, offset, length, encoding) {
  return b4a.toString(val.subarray(offset, indexOf(val, 0, offset, offset + length)), encoding)
}

function addLength (str) {
  const len = b4a.byteLength(str)
  let digits = Math.floor(Math.log(len) / Math.log(10)) + 1
  if (len + digits >= Math.pow(10, digits)) digits++

  return (len + digits) + str
}


/***/ }),

/***/ 6118:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

exports.extract = __nccwpck_require__(5763)
/* unused reexport */ __nccwpck_require__(861)


/***/ }),

/***/ 861:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {

const { Readable, Writable, getStreamError } = __nccwpck_require__(6204)
const b4a = __nccwpck_require__(3057)

const constants = __nccwpck_require__(775)
const headers = __nccwpck_require__(8428)

const DMODE = 0o755
const FMODE = 0o644

const END_OF_TAR = b4a.alloc(1024)

class Sink extends Writable {
  constructor (pack, header, callback) {
    super({ mapWritable, eagerOpen: true })

    this.written = 0
    this.header = header

    this._callback = callback
    this._linkname = null
    this._isLinkname = header.type === 'symlink' && !header.linkname
    this._isVoid = header.type !== 'file' && header.type !== 'contiguous-file'
    this._finished = false
    this._pack = pack
    this._openCallback = null

    if (this._pack._stream === null) this._pack._stream = this
    else this._pack._pending.push(this)
  }

  _open (cb) {
    this._openCallback = cb
    if (this._pack._stream === this) this._continueOpen()
  }

  _continuePack (err) {
    if (this._callback === null) return

    const callback = this._callback
    this._callback = null

    callback(err)
  }

  _continueOpen () {
    if (this._pack._stream === null) this._pack._stream = this

    const cb = this._openCallback
    this._openCallback = null
    if (cb === null) return

    if (this._pack.destroying) return cb(new Error('pack stream destroyed'))
    if (this._pack._finalized) return cb(new Error('pack stream is already finalized'))

    this._pack._stream = this

    if (!this._isLinkname) {
      this._pack._encode(this.header)
    }

    if (this._isVoid) {
      this._finish()
      this._continuePack(null)
    }

    cb(null)
  }

  _write (data, cb) {
    if (this._isLinkname) {
      this._linkname = this._linkname ? b4a.concat([this._linkname, data]) : data
      return cb(null)
    }

    if (this._isVoid) {
      if (data.byteLength > 0) {
        return cb(new Error('No body allowed for this entry'))
      }
      return cb()
    }

    this.written += data.byteLength
    if (this._pack.push(data)) return cb()
    this._pack._drain = cb
  }

  _finish () {
    if (this._finished) return
    this._finished = true

    if (this._isLinkname) {
      this.header.linkname = this._linkname ? b4a.toString(this._linkname, 'utf-8') : ''
      this._pack._encode(this.header)
    }

    overflow(this._pack, this.header.size)

    this._pack._done(this)
  }

  _final (cb) {
    if (this.written !== this.header.size) { // corrupting tar
      return cb(new Error('Size mismatch'))
    }

    this._finish()
    cb(null)
  }

  _getError () {
    return getStreamError(this) || new Error('tar entry destroyed')
  }

  _predestroy () {
    this._pack.destroy(this._getError())
  }

  _destroy (cb) {
    this._pack._done(this)

    this._continuePack(this._finished ? null : this._getError())

    cb()
  }
}

class Pack extends Readable {
  constructor (opts) {
    super(opts)
    this._drain = noop
    this._finalized = false
    this._finalizing = false
    this._pending = []
    this._stream = null
  }

  entry (header, buffer, callback) {
    if (this._finalized || this.destroying) throw new Error('already finalized or destroyed')

    if (typeof buffer === 'function') {
      callback = buffer
      buffer = null
    }

    if (!callback) callback = noop

    if (!header.size || header.type === 'symlink') header.size = 0
    if (!header.type) header.type = modeToType(header.mode)
    if (!header.mode) header.mode = header.type === 'directory' ? DMODE : FMODE
    if (!header.uid) header.uid = 0
    if (!header.gid) header.gid = 0
    if (!header.mtime) header.mtime = new Date()

    if (typeof buffer === 'string') buffer = b4a.from(buffer)

    const sink = new Sink(this, header, callback)

    if (b4a.isBuffer(buffer)) {
      header.size = buffer.byteLength
      sink.write(buffer)
      sink.end()
      return sink
    }

    if (sink._isVoid) {
      return sink
    }

    return sink
  }

  finalize () {
    if (this._stream || this._pending.length > 0) {
      this._finalizing = true
      return
    }

    if (this._finalized) return
    this._finalized = true

    this.push(END_OF_TAR)
    this.push(null)
  }

  _done (stream) {
    if (stream !== this._stream) return

    this._stream = null

    if (this._finalizing) this.finalize()
    if (this._pending.length) this._pending.shift()._continueOpen()
  }

  _encode (header) {
    if (!header.pax) {
      const buf = headers.encode(header)
      if (buf) {
        this.push(buf)
        return
      }
    }
    this._encodePax(header)
  }

  _encodePax (header) {
    const paxHeader = headers.encodePax({
      name: header.name,
      linkname: header.linkname,
      pax: header.pax
    })

    const newHeader = {
      name: 'PaxHeader',
      mode: header.mode,
      uid: header.uid,
      gid: header.gid,
      size: paxHeader.byteLength,
      mtime: header.mtime,
      type: 'pax-header',
      linkname: header.linkname && 'PaxHeader',
      uname: header.uname,
      gname: header.gname,
      devmajor: header.devmajor,
      devminor: header.devminor
    }

    this.push(headers.encode(newHeader))
    this.push(paxHeader)
    overflow(this, paxHeader.byteLength)

    newHeader.size = header.size
    newHeader.type = header.type
    this.push(headers.encode(newHeader))
  }

  _doDrain () {
    const drain = this._drain
    this._drain = noop
    drain()
  }

  _predestroy () {
    const err = getStreamError(this)

    if (this._stream) this._stream.destroy(err)

    while (this._pending.length) {
      const stream = this._pending.shift()
      stream.destroy(err)
      stream._continueOpen()
    }

    this._doDrain()
  }

  _read (cb) {
    this._doDrain()
    cb()
  }
}

module.exports = function pack (opts) {
  return new Pack(opts)
}

function modeToType (mode) {
  switch (mode & constants.S_IFMT) {
    case constants.S_IFBLK: return 'block-device'
    case constants.S_IFCHR: return 'character-device'
    case constants.S_IFDIR: return 'directory'
    case constants.S_IFIFO: return 'fifo'
    case constants.S_IFLNK: return 'symlink'
  }

  return 'file'
}

function noop () {}

function overflow (self, size) {
  size &= 511
  if (size) self.push(END_OF_TAR.subarray(0, 512 - size))
}

function mapWritable (buf) {
  return b4a.isBuffer(buf) ? buf : b4a.from(buf)
}


/***/ }),

/***/ 7934:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {

const PassThroughDecoder = __nccwpck_require__(7256)
const UTF8Decoder = __nccwpck_require__(6414)

module.exports = class TextDecoder {
  constructor(encoding = 'utf8') {
    this.encoding = normalizeEncoding(encoding)

    switch (this.encoding) {
      case 'utf8':
        this.decoder = new UTF8Decoder()
        break
      case 'utf16le':
      case 'base64':
        throw new Error('Unsupported encoding: ' + this.encoding)
      default:
        this.decoder = new PassThroughDecoder(this.encoding)
    }
  }

  get remaining() {
    return this.decoder.remaining
  }

  push(data) {
    if (typeof data === 'string') return data
    return this.decoder.decode(data)
  }

  // For Node.js compatibility
  write(data) {
    return this.push(data)
  }

  end(data) {
    let result = ''
    if (data) result = this.push(data)
    result += this.decoder.flush()
    return result
  }
}

function normalizeEncoding(encoding) {
  encoding = encoding.toLowerCase()

  switch (encoding) {
    case 'utf8':
    case 'utf-8':
      return 'utf8'
    case 'ucs2':
    case 'ucs-2':
    case 'utf16le':
    case 'utf-16le':
      return 'utf16le'
    case 'latin1':
    case 'binary':
      return 'latin1'
    case 'base64':
    case 'ascii':
    case 'hex':
      return encoding
    default:
      throw new Error('Unknown encoding: ' + encoding)
  }
}


/***/ }),

/***/ 7256:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {

const b4a = __nccwpck_require__(3057)

module.exports = class PassThroughDecoder {
  constructor(encoding) {
    this.encoding = encoding
  }

  get remaining() {
    return 0
  }

  decode(data) {
    return b4a.toString(data, this.encoding)
  }

  flush() {
    return ''
  }
}


/***/ }),

/***/ 6414:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {

const b4a = __nccwpck_require__(3057)

/**
 * https://encoding.spec.whatwg.org/#utf-8-decoder
 */
module.exports = class UTF8Decoder {
  constructor() {
    this._reset()
  }

  get remaining() {
    return this.bytesSeen
  }

  decode(data) {
    if (data.byteLength === 0) return ''

    if (this.bytesNeeded === 0 && trailingIncomplete(data, 0) === 0) {
      this.bytesSeen = trailingBytesSeen(data)
      return b4a.toString(data, 'utf8')
    }

    let result = ''
    let start = 0

    if (this.bytesNeeded > 0) {
      while (start < data.byteLength) {
        const byte = data[start]

        if (byte < this.lowerBoundary || byte > this.upperBoundary) {
          result += '\ufffd'
          this._reset()
          break
        }

        this.lowerBoundary = 0x80
        this.upperBoundary = 0xbf
        this.codePoint = (this.codePoint << 6) | (byte & 0x3f)
        this.bytesSeen++
        start++

        if (this.bytesSeen === this.bytesNeeded) {
          result += String.fromCodePoint(this.codePoint)
          this._reset()
          break
        }
      }

      if (this.bytesNeeded > 0) return result
    }

    const trailing = trailingIncomplete(data, start)
    const end = data.byteLength - trailing

    if (end > start) result += b4a.toString(data, 'utf8', start, end)

    for (let i = end; i < data.byteLength; i++) {
      const byte = data[i]

      if (this.bytesNeeded === 0) {
        if (byte <= 0x7f) {
          this.bytesSeen = 0
          result += String.fromCharCode(byte)
        } else if (byte >= 0xc2 && byte <= 0xdf) {
          this.bytesNeeded = 2
          this.bytesSeen = 1
          this.codePoint = byte & 0x1f
        } else if (byte >= 0xe0 && byte <= 0xef) {
          if (byte === 0xe0) this.lowerBoundary = 0xa0
          else if (byte === 0xed) this.upperBoundary = 0x9f
          this.bytesNeeded = 3
          this.bytesSeen = 1
          this.codePoint = byte & 0xf
        } else if (byte >= 0xf0 && byte <= 0xf4) {
          if (byte === 0xf0) this.lowerBoundary = 0x90
          else if (byte === 0xf4) this.upperBoundary = 0x8f
          this.bytesNeeded = 4
          this.bytesSeen = 1
          this.codePoint = byte & 0x7
        } else {
          this.bytesSeen = 1
          result += '\ufffd'
        }

        continue
      }

      if (byte < this.lowerBoundary || byte > this.upperBoundary) {
        result += '\ufffd'
        i--
        this._reset()

        continue
      }

      this.lowerBoundary = 0x80
      this.upperBoundary = 0xbf

      this.codePoint = (this.codePoint << 6) | (byte & 0x3f)
      this.bytesSeen++

      if (this.bytesSeen === this.bytesNeeded) {
        result += String.fromCodePoint(this.codePoint)
        this._reset()
      }
    }

    return result
  }

  flush() {
    const result = this.bytesNeeded > 0 ? '\ufffd' : ''
    this._reset()
    return result
  }

  _reset() {
    this.codePoint = 0
    this.bytesNeeded = 0
    this.bytesSeen = 0
    this.lowerBoundary = 0x80
    this.upperBoundary = 0xbf
  }
}

function trailingIncomplete(data, start) {
  const len = data.byteLength
  if (len <= start) return 0

  const limit = Math.max(start, len - 4)

  let i = len - 1
  while (i > limit && (data[i] & 0xc0) === 0x80) i--

  if (i < start) return 0

  const byte = data[i]

  let needed
  if (byte <= 0x7f) return 0
  if (byte >= 0xc2 && byte <= 0xdf) needed = 2
  else if (byte >= 0xe0 && byte <= 0xef) needed = 3
  else if (byte >= 0xf0 && byte <= 0xf4) needed = 4
  else return 0

  const available = len - i
  return available < needed ? available : 0
}

function trailingBytesSeen(data) {
  const len = data.byteLength
  if (len === 0) return 0

  const last = data[len - 1]

  if (last <= 0x7f) return 0
  if ((last & 0xc0) !== 0x80) return 1

  const limit = Math.max(0, len - 4)

  let i = len - 2
  while (i >= limit && (data[i] & 0xc0) === 0x80) i--

  if (i < 0) return 1

  const first = data[i]

  let needed
  if (first >= 0xc2 && first <= 0xdf) needed = 2
  else if (first >= 0xe0 && first <= 0xef) needed = 3
  else if (first >= 0xf0 && first <= 0xf4) needed = 4
  else return 1

  if (len - i !== needed) return 1

  if (needed >= 3) {
    const second = data[i + 1]
    if (first === 0xe0 && second < 0xa0) return 1
    if (first === 0xed && second > 0x9f) return 1
    if (first === 0xf0 && second < 0x90) return 1
    if (first === 0xf4 && second > 0x8f) return 1
  }

  return 0
}


/***/ }),

/***/ 4434:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("events");

/***/ }),

/***/ 9896:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs");

/***/ }),

/***/ 1421:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:child_process");

/***/ }),

/***/ 7598:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

/***/ }),

/***/ 8474:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:events");

/***/ }),

/***/ 3024:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

/***/ }),

/***/ 1455:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");

/***/ }),

/***/ 8161:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");

/***/ }),

/***/ 6760:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 6466:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream/promises");

/***/ }),

/***/ 8500:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:timers/promises");

/***/ }),

/***/ 7975:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");

/***/ }),

/***/ 8522:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:zlib");

/***/ }),

/***/ 756:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ helpText),
/* harmony export */   W: () => (/* binding */ parseArguments)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7975);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(452);
/* harmony import */ var _inputs_input_table_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(1652);
/* harmony import */ var _inputs_nearest_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(3231);




const switches = ["help", "dry-run", "json"];
/** Reads `run [--input value …]`. An option given twice adds a line; a boolean input may stand without a value. */
function parseArguments(argv) {
    const { tokens } = (0,node_util__WEBPACK_IMPORTED_MODULE_0__.parseArgs)({
        args: withValues(argv),
        options: Object.fromEntries(switches.map((name) => [name, { type: "boolean" }])),
        allowPositionals: true,
        strict: false,
        tokens: true,
    });
    const words = tokens.flatMap((token) => (token.kind === "positional" ? [token.value] : []));
    const options = tokens.flatMap((token) => (token.kind === "option" ? [token] : []));
    const has = (name) => options.some((option) => option.name === name);
    const given = options.filter(({ name }) => !isSwitch(name));
    const help = has("help") || words.length === 0 || words[0] === "help";
    if (!help)
        checkCommand(words);
    return {
        help,
        dryRun: has("dry-run"),
        json: has("json"),
        inputs: Object.fromEntries([...Map.groupBy(given, ({ name }) => name)].map(([name, all]) => [
            name,
            all.map(({ value = "" }) => value).join("\n"),
        ])),
    };
}
function isSwitch(name) {
    return switches.includes(name);
}
/** Joins each option with its value: `--push` is `--push=true`, and `--targets linux/amd64` is `--targets=linux/amd64`. */
function withValues(argv) {
    const joined = [];
    for (let i = 0; i < argv.length; i++) {
        const argument = argv[i] ?? "";
        const name = argument.slice(2);
        if (!argument.startsWith("--") || name.includes("=") || isSwitch(name)) {
            joined.push(argument);
        }
        else if (isBoolean(name) && !/^(true|false)$/i.test(argv[i + 1] ?? "")) {
            joined.push(`${argument}=true`);
        }
        else if (argv[i + 1] === undefined) {
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .InputError */ .dz([{ input: name, message: "the option has no value. Write it after the name." }]);
        }
        else {
            i += 1;
            joined.push(`${argument}=${argv[i]}`);
        }
    }
    return joined;
}
function isBoolean(name) {
    return name in _inputs_input_table_js__WEBPACK_IMPORTED_MODULE_2__/* .inputTable */ .F && ["true", "false"].includes(_inputs_input_table_js__WEBPACK_IMPORTED_MODULE_2__/* .inputTable */ .F[name].default);
}
function checkCommand([command = "", extra]) {
    if (command !== "run") {
        const hint = (0,_inputs_nearest_js__WEBPACK_IMPORTED_MODULE_3__/* .nearest */ .p)(command, ["run", "help"]) === undefined
            ? "Use run or help."
            : `Did you mean "${(0,_inputs_nearest_js__WEBPACK_IMPORTED_MODULE_3__/* .nearest */ .p)(command, ["run", "help"])}"?`;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .InputError */ .dz([{ input: "command", item: command, message: `there is no such command. ${hint}` }]);
    }
    if (extra !== undefined) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .InputError */ .dz([
            { input: "command", item: extra, message: "this word belongs to no option. Quote values that hold spaces." },
        ]);
    }
}
/** `--help`, made of the inputs table. */
function helpText() {
    const lines = ["go-docker-action: gofmt, vet, test and build of a Go project in its own golang container.", ""];
    lines.push("Usage: go-docker-action run [--input value …] [--dry-run] [--json]", "");
    lines.push("  --dry-run  print the plan as JSON with every command line of a container, and stop");
    lines.push("  --json     print the outputs as one JSON object; everything else goes to standard error");
    let group = "";
    for (const name of _inputs_input_table_js__WEBPACK_IMPORTED_MODULE_2__/* .inputNames */ .v) {
        const { group: own, description, default: standard } = _inputs_input_table_js__WEBPACK_IMPORTED_MODULE_2__/* .inputTable */ .F[name];
        if (own !== group)
            lines.push("", own);
        group = own;
        lines.push(`  --${name.padEnd(20)} ${description.replaceAll("`", "")}${standard === "" ? "" : ` (${standard})`}`);
    }
    lines.push("", "The password and the token may also come in the environment, as GO_DOCKER_ACTION_PASSWORD and GO_DOCKER_ACTION_GIT_TOKEN.", "Exit codes: 0 passed, 1 checks failed, 2 bad input, 3 infrastructure, 4 time limit, 130 and 143 cancelled.", "");
    return lines.join("\n");
}


/***/ }),

/***/ 9069:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var _cli_arguments_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(756);
/* harmony import */ var _ending_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(2131);
/* harmony import */ var _engine_container_cli_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(5369);
/* harmony import */ var _engine_find_engine_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(2714);
/* harmony import */ var _host_terminal_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(788);
/* harmony import */ var _host_untrusted_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(3616);
/* harmony import */ var _run_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(3680);
/* harmony import */ var _signals_js__WEBPACK_IMPORTED_MODULE_7__ = __nccwpck_require__(9518);
/* harmony import */ var _small_heap_js__WEBPACK_IMPORTED_MODULE_8__ = __nccwpck_require__(1394);









/** As `engines` in package.json says. */
const oldestNode = 24;
(0,_small_heap_js__WEBPACK_IMPORTED_MODULE_8__/* .keepHeapSmall */ .p)();
process.exitCode = await main(process.argv.slice(2));
async function main(argv) {
    // Whoever reads may stop to: the run goes on, and its exit code is told all the same.
    for (const stream of [process.stdout, process.stderr])
        stream.on("error", () => { });
    if (Number.parseInt(process.versions.node, 10) < oldestNode) {
        process.stderr.write(`go-docker-action needs Node ${oldestNode} or newer; this is ${process.versions.node}.\n`);
        return 3;
    }
    const call = attempt(() => (0,_cli_arguments_js__WEBPACK_IMPORTED_MODULE_0__/* .parseArguments */ .W)(argv));
    if ("failure" in call)
        return finish(call, argv.includes("--json"));
    if (call.help) {
        process.stdout.write((0,_cli_arguments_js__WEBPACK_IMPORTED_MODULE_0__/* .helpText */ .B)());
        return 0;
    }
    // What a program reads is alone on standard output.
    const out = call.json || call.dryRun ? process.stderr : process.stdout;
    const host = new _host_terminal_js__WEBPACK_IMPORTED_MODULE_4__/* .TerminalHost */ .L(call.inputs, process.cwd(), process.env, out);
    const signal = (0,_signals_js__WEBPACK_IMPORTED_MODULE_7__/* .untilSignal */ .X)();
    const options = {
        signal,
        connect: async ({ engine, builder }, folders) => new _engine_container_cli_js__WEBPACK_IMPORTED_MODULE_2__/* .ContainerCli */ .W(await (0,_engine_find_engine_js__WEBPACK_IMPORTED_MODULE_3__/* .findEngine */ .G)(engine, builder, signal), folders, signal),
    };
    if (!call.dryRun)
        return finish(await (0,_run_js__WEBPACK_IMPORTED_MODULE_6__/* .run */ .e)(host, options).then(_ending_js__WEBPACK_IMPORTED_MODULE_1__/* .endingOf */ .z, _ending_js__WEBPACK_IMPORTED_MODULE_1__/* .endingOfError */ .R), call.json);
    const planned = await (0,_run_js__WEBPACK_IMPORTED_MODULE_6__/* .dryRun */ .P)(host, options).catch(_ending_js__WEBPACK_IMPORTED_MODULE_1__/* .endingOfError */ .R);
    if ("failure" in planned)
        return finish(planned, false);
    process.stdout.write(`${JSON.stringify(planned, null, 2)}\n`);
    return 0;
}
function attempt(parse) {
    try {
        return parse();
    }
    catch (error) {
        return (0,_ending_js__WEBPACK_IMPORTED_MODULE_1__/* .endingOfError */ .R)(error);
    }
}
function finish({ outputs, failure, exitCode }, json) {
    if (json)
        process.stdout.write(`${JSON.stringify(outputs)}\n`);
    if (failure !== "")
        process.stderr.write(`${(0,_host_untrusted_js__WEBPACK_IMPORTED_MODULE_5__/* .neutralised */ .H)(failure)}\n`);
    return exitCode;
}

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 2131:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  z: () => (/* binding */ endingOf),
  R: () => (/* binding */ endingOfError)
});

// EXTERNAL MODULE: ./lib/errors.js
var errors = __nccwpck_require__(452);
;// CONCATENATED MODULE: ./lib/report/outputs.js
/** The action's outputs, in the order of `action.yml`. */
const outputTable = {
    verdict: "`passed` or `failed`",
    "failure-class": "`checks`, `input`, `infrastructure`, `timeout` or `cancelled`; empty when passed",
    "go-version": "The Go version that ran, `1.27.3`",
    "go-image": "The image it ran in, with its digest where a registry knows one",
    binaries: "JSON list of the binaries: target, name, path, size, sha256",
    checksums: "Path of `checksums.txt`",
    coverage: "Covered statements in percent, one decimal",
    "coverage-profile": "Path of the cover profile",
    "tests-passed": "Number of passed tests, subtests and examples",
    "tests-failed": "Number of failed ones",
    "tests-skipped": "Number of skipped ones",
    "tests-flaky": "Number of tests that passed only when run again",
    junit: "Path of the JUnit report",
    image: "The image's name",
    "image-tags": "The tags it was published under, one a line",
    "image-digest": "Digest read back from the registry",
    artifacts: "JSON list of the artifacts: name, size, id, files",
    "cache-hit": "`true` when the cache of exactly these modules was found",
};
/** Every declared output, empty where it does not apply. */
function makeOutputs(report, { image, artifacts }, cacheHit) {
    const count = (result) => (report.tests === undefined ? "" : String(report.tests[result]));
    return {
        verdict: report.verdict,
        "failure-class": report.failureClass,
        "go-version": report.goVersion,
        "go-image": report.goImage,
        binaries: JSON.stringify(report.binaries),
        checksums: report.checksums,
        coverage: report.coverage?.percent ?? "",
        "coverage-profile": report.coverage === undefined ? "" : "reports/coverage.out",
        "tests-passed": count("passed"),
        "tests-failed": count("failed"),
        "tests-skipped": count("skipped"),
        "tests-flaky": count("flaky"),
        junit: report.tests === undefined ? "" : "reports/junit.xml",
        image: image?.name ?? "",
        "image-tags": image?.tags.join("\n") ?? "",
        "image-digest": image?.digest ?? "",
        artifacts: JSON.stringify(artifacts),
        "cache-hit": String(cacheHit),
    };
}
/** The outputs of a run that came to no report. */
function failedOutputs(failureClass) {
    const empty = Object.fromEntries(Object.keys(outputTable).map((name) => [name, ""]));
    return { ...empty, verdict: "failed", "failure-class": failureClass, binaries: "[]", artifacts: "[]" };
}

;// CONCATENATED MODULE: ./lib/ending.js


const exitCodes = {
    "": 0,
    checks: 1,
    input: 2,
    infrastructure: 3,
    timeout: 4,
    cancelled: 130,
};
/** Of a run that came to a report. Infrastructure that failed afterwards outweighs the verdict. */
function endingOf({ report, published, cacheHit, failure }) {
    const outputs = makeOutputs(report, published, cacheHit);
    if (failure === undefined)
        return { outputs, exitCode: exitCodes[report.failureClass], failure: "" };
    const ending = endingOfError(failure);
    return { ...ending, outputs: { ...outputs, verdict: "failed", "failure-class": ending.outputs["failure-class"] } };
}
/** Of a run that did not. An error that nobody foresaw shows its stack and asks for an issue. */
function endingOfError(error) {
    if (error instanceof errors/* ActionableError */.fU) {
        const exitCode = error instanceof errors/* CancelledError */.cc && error.signal !== "SIGINT" ? 143 : exitCodes[error.failureClass];
        return { outputs: failedOutputs(error.failureClass), exitCode, failure: `${error.message}\n→ ${error.remedy}` };
    }
    const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
    const failure = `Unexpected: ${stack}\n→ This is a fault of go-docker-action. Please open an issue with these lines.`;
    return { outputs: failedOutputs("infrastructure"), exitCode: exitCodes.infrastructure, failure };
}


/***/ }),

/***/ 8954:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   DC: () => (/* binding */ hashFile),
/* harmony export */   Yi: () => (/* binding */ readChecked),
/* harmony export */   bP: () => (/* binding */ readCheckedBytes)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(3024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(6760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(452);





/** Code under test can leave links, pipes and devices where a file is expected: none of them is followed or read. */
async function openChecked(path) {
    // A folder on the way may be a link, too: the scratch folder's own path has none.
    if ((await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.realpath)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.dirname)(path)).catch(() => "")) !== (0,node_path__WEBPACK_IMPORTED_MODULE_3__.dirname)(path))
        throw refusal(path, "a folder on its way is a link");
    const flags = node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.O_RDONLY | node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.O_NOFOLLOW | node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.O_NONBLOCK;
    const file = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.open)(path, flags).catch((error) => {
        throw refusal(path, error instanceof Error ? error.message : String(error));
    });
    const stat = await file.stat();
    if (stat.isFile() && stat.nlink === 1)
        return file;
    await file.close();
    throw refusal(path, stat.isFile() ? "it has a second name (a hard link)" : "it is not a regular file");
}
function refusal(path, reason) {
    const name = path.slice(path.lastIndexOf("/") + 1);
    return new _errors_js__WEBPACK_IMPORTED_MODULE_4__/* .OutputError */ .u7(`The product ${name} is not taken over: ${reason}.`, "Look for code that replaces the output while the step runs.");
}
const largestText = 256 * 1024 * 1024;
/** A text that a command in the container wrote. */
async function readChecked(path) {
    return (await readCheckedBytes(path)).toString("utf8");
}
/** Bytes that a command in the container wrote. */
async function readCheckedBytes(path) {
    const file = await openChecked(path);
    try {
        if ((await file.stat()).size > largestText)
            throw refusal(path, "it is larger than 256 MiB");
        return await file.readFile();
    }
    finally {
        await file.close();
    }
}
/** Size in bytes and sha256 of a file that a command in the container wrote. */
async function hashFile(path) {
    const file = await openChecked(path);
    try {
        const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)("sha256");
        let size = 0;
        for await (const chunk of file.createReadStream({ autoClose: false })) {
            hash.update(chunk);
            size += chunk.length;
        }
        return { size, sha256: hash.digest("hex") };
    }
    finally {
        await file.close();
    }
}


/***/ }),

/***/ 5369:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  W: () => (/* binding */ ContainerCli)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(7598);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __nccwpck_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __nccwpck_require__(8500);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __nccwpck_require__(452);
// EXTERNAL MODULE: ./lib/leftovers/owner.js
var leftovers_owner = __nccwpck_require__(563);
// EXTERNAL MODULE: ./lib/leftovers/this-process.js
var this_process = __nccwpck_require__(5634);
;// CONCATENATED MODULE: ./lib/engine/container-scripts.js
// POSIX sh: the golang images have dash, busybox or bash. What varies comes as arguments, never in the text.
/**
 * The first process of the run's container waits for the end of its standard input, which the action holds open:
 * whatever ends the action ends the container, and with it all that was started inside. After `$1` seconds it ends
 * anyway. Not `exec cat`: as the container's init, the shell also reaps orphans. Its one line tells what it sees: the word
 * in the file `$2`, and the inode of the folder `$3`.
 */
const holdOpen = `
exec 3<&0; cat <&3 >/dev/null & cat=$!; (sleep "$1"; kill "$cat") <&- &
echo "ready $(cat "$2" 2>/dev/null) $(stat -c %i "$3" 2>/dev/null)"
wait "$cat"; exit 0`;
/**
 * Writes the command's exit code beside passing it on. The code is believed only if both ways agree, so that an engine
 * which dies or errs under a command never looks like the command's own end. With it goes how many processes the kernel
 * has ended for want of memory. `$1` is the file. `$2` is `alone` where all that the command left running is to end
 * first; the container's first process belongs to another user, whom no signal from here reaches.
 */
const recordExit = `
file=$1 mode=$2; shift 2
"$@"
code=$?
[ "$mode" = alone ] && kill -KILL -1 2>/dev/null
oom=0
for events in /sys/fs/cgroup/memory.events /sys/fs/cgroup/memory/memory.oom_control; do
  [ -r "$events" ] && while read -r name value; do [ "$name" = oom_kill ] && oom=$value; done <"$events"
done
if [ -e "$file" ] || [ -L "$file" ]; then rm -rf -- "$file"; fi
echo "$code $oom" >"$file"
exit "$code"`;
/** Go prints all goroutines of a test binary that gets SIGQUIT. */
const dumpGoroutines = `
for exe in /proc/[0-9]*/exe; do
  case $(readlink "$exe" 2>/dev/null) in
    *.test | *".test (deleted)") exe=\${exe%/exe}; kill -QUIT "\${exe#/proc/}" ;;
  esac
done`;

// EXTERNAL MODULE: ./lib/engine/engine.js
var engine = __nccwpck_require__(9402);
// EXTERNAL MODULE: ./lib/engine/layout.js
var layout = __nccwpck_require__(7086);
;// CONCATENATED MODULE: ./lib/engine/arguments.js



/** A backstop, in seconds, for an engine that lost its client and did not notice: no run takes longer. */
const longestLife = 4 * 24 * 3600;
/** Enough for large test suites on large machines, and far less than what a machine has. */
const mostProcesses = 8192;
/** The user of the container's first process: nobody's number, and above all not the commands' one. */
function holder({ uid }) {
    const own = uid === 65533 ? 65532 : 65533;
    return `${own}:${own}`;
}
/** `docker run …`: the arguments that start the run's container. `envFile` holds the variables that the user declared. */
function containerArguments(spec, envFile) {
    const { user, socket } = spec;
    return [
        "run",
        "--rm",
        "--interactive",
        ...["--name", spec.name],
        ...pairs(spec.labels).flatMap((label) => ["--label", label]),
        ...["--user", holder(user)],
        ...(user.userns === "" ? [] : ["--userns", user.userns]),
        ...["--cap-drop", "ALL", "--security-opt", "no-new-privileges", "--read-only", "--log-driver", "none"],
        // Rather than labels on the caller's own files, which would stay there.
        ...(spec.selinux ? ["--security-opt", "label=disable"] : []),
        ...limits(spec),
        ...(spec.network === "none" ? ["--network", "none"] : []),
        ...spec.mounts.flatMap((mount) => ["--mount", mountValue(mount)]),
        ...(socket === undefined ? [] : socketArguments(socket)),
        ...pairs(spec.env).flatMap((variable) => ["--env", variable]),
        ...(Object.keys(spec.declaredEnv).length === 0 ? [] : ["--env-file", envFile]),
        ...spec.inheritedEnv.flatMap((name) => ["--env", name]),
        ...["--workdir", spec.workdir],
        ...["--entrypoint", ""],
        spec.image,
        ...["sh", "-c", holdOpen, "gda", `${longestLife}`, layout/* layout */.Z.canary, spec.workdir],
    ];
}
function limits({ memory, cpus }) {
    return [
        ...["--pids-limit", `${mostProcesses}`],
        // The same with swap: what does not fit ends, rather than slow the machine down.
        ...(memory === 0 ? [] : ["--memory", `${memory}`, "--memory-swap", `${memory}`]),
        ...(cpus === undefined ? [] : ["--cpus", `${cpus}`]),
    ];
}
function socketArguments({ path, gid }) {
    const mount = mountValue({ source: path, target: layout/* layout */.Z.socket, readonly: false });
    return ["--mount", mount, "--group-add", `${gid}`, "--env", `DOCKER_HOST=unix://${layout/* layout */.Z.socket}`];
}
/** `docker exec …`: one command in that container. `statusPath` is in the container. */
function execArguments({ name, user }, command, statusPath) {
    return [
        ...["exec", "--user", `${user.uid}:${user.gid}`],
        ...["--workdir", command.workdir],
        ...pairs(command.env).flatMap((variable) => ["--env", variable]),
        name,
        ...["sh", "-c", recordExit, "gda", statusPath, command.alone ? "alone" : "beside"],
        ...command.command,
    ];
}
/** `docker exec …`: makes the test binaries in that container print their goroutines and end. */
function dumpArguments({ name, user }) {
    return ["exec", "--user", `${user.uid}:${user.gid}`, name, "sh", "-c", dumpGoroutines];
}
/** `docker run …`: gives what was copied into that container to the commands' user. */
function ownArguments({ name, image, labels, user, selinux }, targets) {
    return [
        ...["run", "--rm", "--volumes-from", name],
        ...pairs(labels).flatMap((label) => ["--label", label]),
        ...["--user", "0:0", "--network", "none", "--read-only", "--log-driver", "none"],
        ...["--security-opt", "no-new-privileges", "--cap-drop", "ALL", "--cap-add", "CHOWN", "--cap-add", "DAC_OVERRIDE"],
        ...(user.userns === "" ? [] : ["--userns", user.userns]),
        ...(selinux ? ["--security-opt", "label=disable"] : []),
        ...["--entrypoint", "", image],
        ...["chown", "-Rh", `${user.uid}:${user.gid}`, ...targets],
    ];
}
/** `docker run …`: an image that is tried out. */
function trialArguments(name, owner, ref, args) {
    return [
        ...["run", "--rm", "--name", name],
        ...["--label", `${engine/* runLabel */.Az}=${name}`, "--label", `${engine/* ownerLabel */.Wb}=${owner}`],
        ...["--network", "none", "--cap-drop", "ALL", "--security-opt", "no-new-privileges"],
        ...["--pids-limit", `${mostProcesses}`, "--log-driver", "none", ref],
        ...args,
    ];
}
/** Every container of a run: its name, a tab, its owner. podman knows a label only by its place among all. */
const listArguments = {
    docker: list(`{{.Label "${engine/* ownerLabel */.Wb}"}}`),
    podman: list(`{{index .Labels "${engine/* ownerLabel */.Wb}"}}`),
};
function list(owner) {
    return ["ps", "--all", "--filter", `label=${engine/* runLabel */.Az}`, "--format", `{{.Names}}\t${owner}`];
}
/** Where the engine listens, as a URL or a path. */
const socketQuestion = {
    docker: ["context", "inspect", "--format", "{{.Endpoints.docker.Host}}"],
    podman: ["info", "--format", "{{.Host.RemoteSocket.Path}}"],
};
/** `docker buildx build …`: BuildKit, several platforms at once where the engine can. */
function buildxArguments(build, builder) {
    const { context, platforms, own, annotations, provenance, sbom } = build;
    return [
        ...["buildx", "build", "--progress", "plain"],
        ...(builder === "" ? [] : ["--builder", builder]),
        // Said explicitly: an attestation turns every image into an index with an unknown platform.
        ...["--provenance", provenance ? "mode=max" : "false", "--sbom", `${sbom}`],
        ...["--platform", platforms.join(",")],
        ...ownBuildArguments(context, own),
        ...(platforms.length > 1 ? pairs(annotations) : []).flatMap((one) => ["--annotation", `index,manifest:${one}`]),
        ...buildxOutput(build),
        context,
    ];
}
/** What an own Dockerfile makes is given the commit's date; what is copied into ours has dates already. */
function buildxOutput({ into, date, own }) {
    if ("refs" in into)
        return [...tagArguments(into.refs), "--load"];
    const dates = date === "" || own === undefined ? [] : ["rewrite-timestamp=true"];
    return ["--output", csvRecord(["type=oci", "tar=false", ...dates, `dest=${into.layout}`])];
}
function tagArguments(refs) {
    return refs.flatMap((ref) => ["--tag", ref]);
}
function ownBuildArguments(context, own) {
    if (own === undefined)
        return [];
    return [
        ...["--file", `${context}/${own.path}`],
        ...(own.stage === undefined ? [] : ["--target", own.stage]),
        ...own.args.flatMap((arg) => ["--build-arg", arg]),
        ...own.secrets.flatMap(({ id, file }) => ["--secret", `id=${id},src=${file}`]),
        ...pairs(own.labels).flatMap((label) => ["--label", label]),
    ];
}
/**
 * `docker build …`: one platform, by an engine or client without buildx. The legacy builder would take another
 * platform's stage out of its cache, and then refuse it.
 */
function buildArguments({ context, platforms, date, own }, refs, { name, imageBuilder }) {
    return [
        "build",
        ...(imageBuilder === "legacy" ? ["--no-cache"] : []),
        // podman's builder asks no variable for it.
        ...(name === "podman" && date !== "" ? ["--timestamp", `${epochOf(date)}`] : []),
        "--platform",
        platforms.join(","),
        ...tagArguments(refs),
        ...ownBuildArguments(context, own),
        context,
    ];
}
/** `docker pull …`; of loopback, docker itself asks for no TLS. */
function pullArguments(engine, ref) {
    const plain = engine === "podman" && /^(localhost|127(\.\d+){3}|\[::1\])(:\d+)?\//.test(ref);
    return ["pull", ...(plain ? ["--tls-verify=false"] : []), ref];
}
/** `docker save …`: an image as files. podman writes the layout itself. */
function saveArguments(engine, ref, to) {
    return ["save", ...(engine === "podman" ? ["--format", "oci-dir"] : []), "--output", to, ref];
}
/** Seconds, of an ISO 8601 date. */
function epochOf(date) {
    return Math.floor(Date.parse(date) / 1000);
}
function pairs(record) {
    return Object.entries(record).map(([name, value]) => `${name}=${value}`);
}
/** The value of `--mount`. */
function mountValue({ source, target, readonly }) {
    const what = source === engine/* freshVolume */.Hh ? ["type=volume"] : ["type=bind", `source=${source}`];
    const fields = [...what, `target=${target}`, ...(readonly ? ["readonly"] : [])];
    return csvRecord(fields);
}
/** A field with a comma or a quote is quoted. */
function csvRecord(fields) {
    return fields.map((field) => (/[",\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field)).join(",");
}

// EXTERNAL MODULE: ./lib/engine/private-config.js
var private_config = __nccwpck_require__(3516);
// EXTERNAL MODULE: ./lib/engine/process.js + 1 modules
var engine_process = __nccwpck_require__(7002);
;// CONCATENATED MODULE: ./lib/engine/registry-error.js


/** A registry call of the engine's that failed; the remedy goes by what it said. */
function registryError(problem, end) {
    const words = (0,engine_process/* lastWords */.a)(end);
    return new errors/* ImageError */.C8(`${problem}: ${words}`, /x509|certificate|tls: /i.test(words) ? trust : rights);
}
const rights = "The engine's output above says why. For a refusal, check `username`, `password` and the right to write.";
const trust = "A registry with a root of its own: put it into /etc/docker/certs.d/<registry>/ca.crt for the engine.";

// EXTERNAL MODULE: ./lib/engine/unmarked-env.js
var unmarked_env = __nccwpck_require__(5157);
// EXTERNAL MODULE: ./lib/engine/within.js
var within = __nccwpck_require__(4387);
;// CONCATENATED MODULE: ./lib/engine/running-container.js







/** Milliseconds. */
const patience = {
    /** For an engine that is busy, or hangs. */
    removal: 30_000,
    /** The runner gives a cancelled action 7.5 s in all. */
    cancelled: 3_000,
    /** For Go to print all its goroutines. */
    dump: 5_000,
    short: 30_000,
    /** For the engine's client to notice that its container has gone. */
    client: 1_000,
};
/** Where the exit code of a container's command is left, in the container. */
function statusPath(number) {
    return `${layout/* layout */.Z.status}/${number}`;
}
/** A container that waits for commands: runs them, and removes it. */
class RunningContainer {
    name;
    #engine;
    #spec;
    #files;
    #signal;
    #holder;
    #commands = 0;
    /** Processes that the kernel has ended for want of memory. */
    #oomKills = 0;
    #removed;
    /** Aborted once the container has gone, or is waited for no longer: an engine that hangs holds its clients, too. */
    #over = new AbortController();
    constructor(engine, spec, files, signal, holder) {
        this.name = spec.name;
        this.#engine = engine;
        this.#spec = spec;
        this.#files = files;
        this.#signal = signal;
        this.#holder = holder;
    }
    async run(command, onOutput, deadlineMs) {
        const status = statusPath(this.#commands++);
        const argv = [this.#engine, ...execArguments(this.#spec, command, status)];
        // The engine's client ends by itself once the container is gone, with the last of the output.
        const cwd = this.#holder.folder;
        const ended = (0,engine_process/* runProcess */.R)(argv, { cwd, onOutput, signal: this.#over.signal, graceMs: patience.client });
        const timedOut = !(await (0,within/* within */.u)(deadlineMs, ended));
        if (timedOut)
            await this.#endLate(ended);
        const end = await ended;
        this.#signal.throwIfAborted();
        if (timedOut)
            return { exitCode: 1, timedOut, outOfMemory: false };
        const recorded = await this.#files.status((0,external_node_path_.basename)(status)).catch(() => "");
        const [, code, oomKills] = /^(\d+) (\d+)\n$/.exec(recorded) ?? [];
        if (end.exitCode === undefined || code !== String(end.exitCode)) {
            throw new errors/* ContainerError */.OJ(`The container ended under \`${command.command.slice(0, 3).join(" ")}\`: ${(0,engine_process/* lastWords */.a)(end)}`, "This is neither a pass nor a failure of the code. Look after the engine (memory, disk, a restart) and run again.");
        }
        const outOfMemory = Number(oomKills) > this.#oomKills;
        this.#oomKills = Number(oomKills);
        return { exitCode: end.exitCode, timedOut, outOfMemory };
    }
    /** Where a test hangs, its goroutines say. Then everything ends. */
    async #endLate(ended) {
        const until = performance.now() + patience.dump;
        await (0,engine_process/* runProcess */.R)([this.#engine, ...dumpArguments(this.#spec)], { deadlineMs: patience.dump });
        await (0,within/* within */.u)(Math.max(until - performance.now(), 0), ended);
        await this.remove();
    }
    get copied() {
        return this.#files.copied;
    }
    handIn() {
        return this.#files.handIn();
    }
    /** Of a container that was removed at its time limit there is no more to be had. */
    async handOut() {
        if (this.#removed === undefined)
            await this.#files.handOut();
    }
    async disconnect() {
        const format = '{{range $name, $_ := .NetworkSettings.Networks}}{{$name}}{{"\\n"}}{{end}}';
        const { stdout } = await this.#ask("container", "inspect", "--format", format, this.name);
        for (const network of stdout.split("\n").filter(Boolean))
            await this.#ask("network", "disconnect", network, this.name);
    }
    async #ask(...args) {
        const end = await (0,engine_process/* runProcess */.R)([this.#engine, ...args], { deadlineMs: patience.short, signal: this.#signal });
        this.#signal.throwIfAborted();
        if (end.exitCode === 0)
            return end;
        throw new errors/* ContainerError */.OJ(`The container could not be cut off from the network: ${(0,engine_process/* lastWords */.a)(end)}`, "Use `network: full`, or `network: none` with vendored modules; rootless engines know no other way.");
    }
    remove() {
        this.#removed ??= this.#remove();
        return this.#removed;
    }
    /** The removal goes on without us where the engine takes longer than we may. */
    async #remove() {
        this.#holder.release();
        const limit = this.#signal.aborted ? patience.cancelled : patience.removal;
        const until = performance.now() + limit;
        await (0,engine_process/* runProcess */.R)([this.#engine, "rm", "--force", "--volumes", this.name], {
            env: (0,unmarked_env/* unmarkedEnv */.H)(),
            patienceMs: limit,
        });
        const left = await this.#holder.leaves(Math.max(until - performance.now(), 0));
        setTimeout(() => this.#over.abort(), left ? patience.client : 0).unref();
    }
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(3024);
;// CONCATENATED MODULE: external "node:stream/consumers"
const consumers_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream/consumers");
// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __nccwpck_require__(6466);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __nccwpck_require__(8522);
// EXTERNAL MODULE: ./node_modules/tar-stream/index.js
var tar_stream = __nccwpck_require__(6118);
;// CONCATENATED MODULE: ./lib/engine/saved-image.js








const kind = "application/vnd.oci.image";
/**
 * Makes an OCI layout of what `docker save` has written of one image, packed as registries keep it. The image's dates are
 * at most `date` (ISO 8601; empty: as they are), so that the same contents give the same digest.
 */
async function layoutOfSaved(archive, folder, date) {
    await (0,promises_.mkdir)((0,external_node_path_.join)(folder, "blobs/sha256"), { recursive: true });
    const [{ Config, Layers } = { Config: "", Layers: [] }] = JSON.parse((await readEntry(archive, "manifest.json")).toString());
    const config = await store(folder, `${kind}.config.v1+json`, dated(await readEntry(archive, Config), date));
    const packed = await packLayers(archive, folder, Layers);
    const layers = Layers.map((path) => packed.get(path));
    const manifest = { schemaVersion: 2, mediaType: `${kind}.manifest.v1+json`, config, layers };
    const root = await store(folder, manifest.mediaType, Buffer.from(JSON.stringify(manifest)));
    await (0,promises_.writeFile)((0,external_node_path_.join)(folder, "index.json"), JSON.stringify({ schemaVersion: 2, manifests: [root] }));
}
/** Goes through an archive; `look` reads the entry, or leaves it. */
async function eachEntry(archive, look) {
    const entries = (0,tar_stream.extract)();
    const reading = (async () => {
        for await (const entry of entries) {
            await look(entry);
            entry.resume();
        }
    })();
    await Promise.all([(0,external_node_stream_promises_.pipeline)((0,external_node_fs_.createReadStream)(archive), entries), reading]);
}
async function readEntry(archive, name) {
    let found;
    await eachEntry(archive, async (entry) => {
        if (entry.header.name === name)
            found = await (0,consumers_namespaceObject.buffer)(entry);
    });
    if (found === undefined)
        throw new Error(`docker has saved no ${name}`);
    return found;
}
/** By the archive's paths. A layer that comes twice is a link to the first. */
async function packLayers(archive, folder, paths) {
    const packed = new Map();
    const links = new Map();
    await eachEntry(archive, async (entry) => {
        const { name, type, linkname } = entry.header;
        if (!paths.includes(name))
            return;
        if (type === "symlink")
            links.set(name, external_node_path_.posix.join(external_node_path_.posix.dirname(name), linkname ?? ""));
        else
            packed.set(name, await packLayer(entry, folder));
    });
    for (const [name, target] of links) {
        const descriptor = packed.get(target) ?? (await linkedLayer(archive, folder, target));
        packed.set(name, descriptor);
    }
    return packed;
}
async function linkedLayer(archive, folder, path) {
    let descriptor;
    await eachEntry(archive, async (entry) => {
        if (entry.header.name === path)
            descriptor = await packLayer(entry, folder);
    });
    if (descriptor === undefined)
        throw new Error(`docker has saved no ${path}`);
    return descriptor;
}
async function packLayer(entry, folder) {
    const partial = (0,external_node_path_.join)(folder, "layer");
    const hash = (0,external_node_crypto_.createHash)("sha256");
    const hashed = async function* (pieces) {
        for await (const piece of pieces) {
            hash.update(piece);
            yield piece;
        }
    };
    await (0,external_node_stream_promises_.pipeline)(entry, (0,external_node_zlib_.createGzip)(), hashed, (0,external_node_fs_.createWriteStream)(partial));
    const hex = hash.digest("hex");
    const { size } = await (0,promises_.stat)(partial);
    await (0,promises_.rename)(partial, (0,external_node_path_.join)(folder, "blobs/sha256", hex));
    return { mediaType: `${kind}.layer.v1.tar+gzip`, digest: `sha256:${hex}`, size };
}
async function store(folder, mediaType, bytes) {
    const hex = (0,external_node_crypto_.createHash)("sha256").update(bytes).digest("hex");
    await (0,promises_.writeFile)((0,external_node_path_.join)(folder, "blobs/sha256", hex), bytes);
    return { mediaType, digest: `sha256:${hex}`, size: bytes.length };
}
/** The configuration without what tells of this build only: its container, and dates after the commit's. */
function dated(bytes, date) {
    if (date === "")
        return bytes;
    const { container: _, container_config: __, ...config } = JSON.parse(bytes.toString());
    const latest = new Date(date).toISOString();
    const clamped = (created) => created === undefined || Date.parse(created) <= Date.parse(latest) ? created : latest;
    const history = config.history?.map((one) => ({ ...one, created: clamped(one.created) }));
    return Buffer.from(JSON.stringify({ ...config, created: clamped(config.created), history }));
}

;// CONCATENATED MODULE: ./lib/engine/socket.js


/** The socket at that address (`unix:///…` or a path), with the group that may use it. */
async function inspectSocket(address) {
    const path = address.replace(/^unix:\/\//, "");
    const found = path.startsWith("/") ? await (0,promises_.stat)(path).catch(() => undefined) : undefined;
    if (found?.isSocket() === true)
        return { path, gid: found.gid };
    const message = `the engine listens at ${address || "an unknown place"}, where there is no socket to hand in. Use an engine on this machine (podman's is a service of its own, podman.socket), or leave it out.`;
    throw new errors/* InputError */.dz([{ input: "docker-socket", message }]);
}

;// CONCATENATED MODULE: ./lib/engine/canary.js



/** A word in a file, by which a container shows that it sees this machine's files and not others under their names. */
class Canary {
    #statusDir;
    #word;
    /** `word` is nobody else's. */
    constructor(statusDir, word) {
        this.#statusDir = statusDir;
        this.#word = word;
    }
    async lay() {
        const path = (0,external_node_path_.join)(this.#statusDir, (0,external_node_path_.basename)(layout/* layout */.Z.canary));
        await (0,promises_.writeFile)(path, this.#word);
        await (0,promises_.chmod)(path, 0o644);
    }
    /**
     * Judges the container's first line, `ready <word> <inode>`. The word vouches for the run's folders; the workspace may
     * lie elsewhere, where nothing is to be written, and is known by its inode.
     */
    async isIn(line, { mounts, workdir }) {
        const [, word, inode] = line.split(" ");
        if (word !== this.#word)
            return false;
        const workspace = mounts.find(({ target }) => target === workdir)?.source;
        if (workspace === undefined)
            return true;
        return inode === `${(await (0,promises_.stat)(workspace, { bigint: true })).ino}`;
    }
}

// EXTERNAL MODULE: ./lib/engine/container-note.js
var container_note = __nccwpck_require__(4342);
// EXTERNAL MODULE: ./lib/engine/checked-file.js
var checked_file = __nccwpck_require__(8954);
;// CONCATENATED MODULE: ./lib/engine/copied-files.js







/** Milliseconds, for one copy. */
const deadlineMs = 20 * 60_000;
/** The engine does not see our files: they are copied into the container, and what it writes is copied out of it. */
class CopiedFiles {
    copied = true;
    #engine;
    #plan;
    /** Ours alone, for what comes out of the container and is read at once. */
    #private;
    #signal;
    constructor(engine, plan, privateDir, signal) {
        this.#engine = engine;
        this.#plan = plan;
        this.#private = privateDir;
        this.#signal = signal;
    }
    /** Fills the container, before its first command. */
    async fill() {
        await Promise.all(this.#plan.copies.map((copy) => this.#copyIn(copy)));
        await this.#call(ownArguments(this.#plan.spec, this.#plan.owned));
    }
    async status(name) {
        const file = (0,external_node_path_.join)(this.#private, `status-${name}`);
        try {
            await this.#copyOut(`${layout/* layout */.Z.status}/${name}`, file);
            return await (0,checked_file/* readChecked */.Yi)(file);
        }
        finally {
            await (0,promises_.rm)(file, { recursive: true, force: true });
        }
    }
    handIn() {
        return this.#copyIn(this.#copyOf(layout/* layout */.Z.in));
    }
    /** Always to a new folder: nothing that came out before is in the way, and no link in it is followed. */
    async handOut() {
        const folder = this.#copyOf(layout/* layout */.Z.out).source.replace(/\/\.$/, "");
        await (0,promises_.rm)(folder, { recursive: true });
        await this.#copyOut(layout/* layout */.Z.out, folder);
    }
    #copyOf(wanted) {
        const copy = this.#plan.copies.find(({ target }) => target === wanted);
        if (copy === undefined)
            throw new Error(`the container has no ${wanted}`);
        return copy;
    }
    #copyIn({ source, target }) {
        return this.#call(["cp", source, `${this.#plan.spec.name}:${target}`]);
    }
    #copyOut(from, to) {
        return this.#call(["cp", `${this.#plan.spec.name}:${from}`, to]);
    }
    async #call(args) {
        const end = await (0,engine_process/* runProcess */.R)([this.#engine, ...args], { deadlineMs, signal: this.#signal });
        this.#signal.throwIfAborted();
        if (end.exitCode === 0)
            return;
        throw new errors/* ContainerError */.OJ(`The engine does not see this machine's files, and copying them failed: ${(0,engine_process/* lastWords */.a)(end)}`, "Use an engine on this machine; or, where this is a container itself, mount the workspace and the temporary folder into it.");
    }
}

;// CONCATENATED MODULE: ./lib/engine/copies.js



/**
 * The same container without any of our files, and what to copy into it. `files` are those sources that are no folders: a
 * volume is always a folder, and begins with what the image has there.
 */
function planCopies(spec, files) {
    // What lies within another mount, as `.git` does, is copied with it, and needs no lock: it does not come back.
    const mounts = spec.mounts.filter(({ target }) => !spec.mounts.some((other) => target.startsWith(`${other.target}/`)));
    const volumes = mounts.map(({ source, target }) => (files.has(source) ? external_node_path_.posix.dirname(target) : target));
    // Go's caches are large, and begin anew.
    const copied = mounts.filter(({ target }) => target !== layout/* layout */.Z.buildCache && target !== layout/* layout */.Z.modules);
    return {
        spec: {
            ...spec,
            mounts: [...new Set(volumes)].map((target) => ({ source: engine/* freshVolume */.Hh, target, readonly: false })),
        },
        copies: copied.map(({ source, target }) => ({ source: files.has(source) ? source : `${source}/.`, target })),
        owned: mounts.filter(({ readonly }) => !readonly).map(({ target }) => target),
    };
}

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __nccwpck_require__(1421);
;// CONCATENATED MODULE: external "node:readline"
const external_node_readline_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:readline");
;// CONCATENATED MODULE: ./lib/engine/holder.js







/**
 * The engine's client that started the run's container. It holds the container's standard input, whose end is the
 * container's end, and goes when the container has gone. It is not ended by force, not even when the engine hangs: with
 * its input closed, whatever it still starts ends at once.
 */
class Holder {
    /** Where the engine's clients work: podman's monitors leave a file `oom` in their working directory. */
    folder;
    #child;
    #gone;
    #log;
    #reason = "";
    /**
     * `inherited`: variables whose values the container gets from this process. `log` gets what the client says: it warns
     * between making the container and starting it, and would die of that if it spoke to a process that has been killed.
     */
    constructor(argv, inherited, log) {
        const [file = "", ...args] = argv;
        const env = { ...(0,unmarked_env/* unmarkedEnv */.H)(), ...Object.fromEntries(inherited.map((name) => [name, process.env[name]])) };
        const stderr = (0,external_node_fs_.openSync)(log, "w", 0o600);
        // Node's types know no file descriptor here.
        this.folder = (0,external_node_path_.dirname)(log);
        this.#child = (0,external_node_child_process_.spawn)(file, args, {
            cwd: this.folder,
            env,
            detached: true,
            stdio: ["pipe", "pipe", stderr],
        });
        (0,external_node_fs_.closeSync)(stderr);
        this.#log = log;
        this.#child.stdin.on("error", () => { });
        this.#gone = new Promise((resolve) => {
            this.#child.on("error", (error) => {
                this.#reason = error.message;
                resolve();
            });
            this.#child.on("close", () => resolve());
        });
    }
    /**
     * The container's first line, with which it waits for commands; undefined when it has ended, will not start in time, or
     * nobody waits for it.
     */
    async ready(deadlineMs, signal) {
        let stop = () => { };
        const began = new Promise((resolve) => {
            stop = () => resolve(undefined);
            (0,external_node_readline_namespaceObject.createInterface)(this.#child.stdout).once("line", resolve);
            void this.#gone.then(stop);
            if (signal.aborted)
                stop();
            else
                signal.addEventListener("abort", stop, { once: true });
        });
        const inTime = await (0,within/* within */.u)(deadlineMs, began);
        signal.removeEventListener("abort", stop);
        return inTime && !signal.aborted ? began : undefined;
    }
    /** What the client said; for when the container could not be started. */
    async words() {
        return (await (0,promises_.readFile)(this.#log, "utf8")).trim() || this.#reason;
    }
    /** Ends the container's first process, and with it the container. */
    release() {
        this.#child.stdin.end();
    }
    /** Whether the client has gone within that time, and with it the container. If not, nobody waits for it any more. */
    async leaves(milliseconds) {
        const left = await (0,within/* within */.u)(milliseconds, this.#gone);
        if (left)
            return true;
        this.#child.stdout.destroy();
        this.#child.unref();
        return false;
    }
}

;// CONCATENATED MODULE: ./lib/engine/mounted-files.js


/** The container's folders are ours: there is nothing to do. */
class MountedFiles {
    copied = false;
    #statusDir;
    constructor(statusDir) {
        this.#statusDir = statusDir;
    }
    status(name) {
        return (0,checked_file/* readChecked */.Yi)((0,external_node_path_.join)(this.#statusDir, name));
    }
    async handIn() { }
    async handOut() { }
}

;// CONCATENATED MODULE: ./lib/engine/own-mounts.js


const own_mounts_deadlineMs = 30_000;
/** The mounts of the container that this process is in; none where it is in none, or where this engine does not know it. */
async function inspectOwnMounts(engine, signal) {
    const id = ownContainer(await (0,promises_.readFile)("/proc/self/mountinfo", "utf8").catch(() => ""));
    if (id === undefined)
        return [];
    const args = ["container", "inspect", "--format", "{{json .Mounts}}", id];
    const end = await (0,engine_process/* runProcess */.R)([engine, ...args], { deadlineMs: own_mounts_deadlineMs, signal });
    return end.exitCode === 0 ? JSON.parse(end.stdout) : [];
}
/** docker and podman mount files from the container's own folder, which bears its id, over `/etc/hostname` and others. */
function ownContainer(mountinfo) {
    return /containers\/([0-9a-f]{64})\/\S* \/etc\/(?:hostname|hosts|resolv\.conf) /.exec(mountinfo)?.[1];
}

;// CONCATENATED MODULE: ./lib/engine/translate.js
/** The same container, with its mounts as the engine sees them through our own; undefined where it does not see all. */
function translate(spec, own) {
    const mounts = spec.mounts.flatMap((mount) => {
        const source = translatePath(mount.source, own);
        return source === undefined ? [] : [{ ...mount, source }];
    });
    const socket = spec.socket && { ...spec.socket, path: translatePath(spec.socket.path, own) ?? spec.socket.path };
    return mounts.length === spec.mounts.length && own.length > 0 ? { ...spec, mounts, socket } : undefined;
}
function translatePath(path, own) {
    const [nearest] = own
        .map(({ Source, Destination }) => ({ Source, at: Destination.replace(/\/+$/, "") }))
        .filter(({ at }) => path === at || path.startsWith(`${at}/`))
        .sort((a, b) => b.at.length - a.at.length);
    if (nearest === undefined || nearest.Source === "")
        return undefined;
    return nearest.Source.replace(/\/+$/, "") + path.slice(nearest.at.length);
}

;// CONCATENATED MODULE: ./lib/engine/start-container.js













/** Milliseconds. */
const start_container_patience = 120_000;
/** Where the declared variables are, for as long as the container starts. */
function envFile(folders) {
    return (0,external_node_path_.join)(folders.private, "env");
}
/**
 * Starts the run's container, and comes back when it waits for commands. When that fails, nothing of it remains. Our
 * files are mounted into it; where the engine does not see them under our names, under its own names for them; where it
 * does not see them at all, they are copied.
 */
function startContainer(engine, spec, folders, signal) {
    return new Start(engine, spec, folders, signal).container();
}
class Start {
    #engine;
    #spec;
    #folders;
    #signal;
    constructor(engine, spec, folders, signal) {
        this.#engine = engine;
        this.#spec = spec;
        this.#folders = folders;
        this.#signal = signal;
    }
    async container() {
        return (await this.#mounted(this.#spec)) ?? (await this.#translated()) ?? (await this.#copied());
    }
    /** Undefined where the engine does not see our files in these mounts. */
    async #mounted(spec) {
        const canary = new Canary(this.#folders.status, spec.name);
        await canary.lay();
        const { container, line, words } = await this.#start(spec, new MountedFiles(this.#folders.status));
        if (line !== undefined && (await canary.isIn(line, this.#spec)))
            return container;
        await this.#end(container);
        if (line === undefined && !isRefusedMount(words))
            throw this.#notStarted(words);
        return undefined;
    }
    async #translated() {
        const spec = translate(this.#spec, await inspectOwnMounts(this.#engine, this.#signal));
        this.#signal.throwIfAborted();
        return spec && this.#mounted(spec);
    }
    async #copied() {
        const sources = this.#spec.mounts.map(({ source }) => source);
        const folders = await Promise.all(sources.map(async (source) => (await (0,promises_.stat)(source)).isDirectory()));
        const plan = planCopies(this.#spec, new Set(sources.filter((_, i) => !folders[i])));
        const files = new CopiedFiles(this.#engine, plan, this.#folders.private, this.#signal);
        const { container, line, words } = await this.#start(plan.spec, files);
        try {
            if (line === undefined)
                throw this.#notStarted(words);
            await files.fill();
            return container;
        }
        catch (error) {
            await this.#end(container);
            throw error;
        }
    }
    /** `line` is undefined when it did not get ready; then `words` say why. */
    async #start(spec, files) {
        const file = envFile(this.#folders);
        const declared = Object.entries(spec.declaredEnv).map(([name, value]) => `${name}=${value}\n`);
        await (0,promises_.writeFile)(file, declared.join(""), { mode: 0o600 });
        await (0,promises_.writeFile)((0,external_node_path_.join)(this.#folders.private, container_note/* containerNote */.y), `${this.#engine} ${spec.name}\n`);
        const log = (0,external_node_path_.join)(this.#folders.private, "client.log");
        const holder = new Holder([this.#engine, ...containerArguments(spec, file)], spec.inheritedEnv, log);
        const container = new RunningContainer(this.#engine, spec, files, this.#signal, holder);
        const line = await holder.ready(start_container_patience, this.#signal);
        await (0,promises_.rm)(file, { force: true });
        return { container, line, words: line === undefined ? await holder.words() : "" };
    }
    async #end(container) {
        await container.remove();
        this.#signal.throwIfAborted();
    }
    #notStarted(words) {
        const said = words.split("\n").find((line) => /error/i.test(line)) ?? words.split("\n").at(-1);
        return new errors/* ContainerError */.OJ(`The Go container could not be started from ${this.#spec.image}: ${said || "the engine does not get it ready"}`, "Check that the image has a POSIX shell, and that the engine may mount the workspace.");
    }
}
/** docker's words, podman's, and those of an engine in a virtual machine, for a path that is not there for them. */
function isRefusedMount(words) {
    return /bind source path does not exist|statfs .*no such file|mounts denied/i.test(words);
}

;// CONCATENATED MODULE: ./lib/engine/transient.js
const transient_transient = /toomanyrequests|too many requests|\b429\b|\b50[0234]\b|internal server error|bad gateway|service unavailable|gateway timeout|unexpected eof|\beof$|connection reset|connection refused|i\/o timeout|timed? ?out|tls handshake|temporary failure in name resolution/im;
const transient_final = /unauthorized|denied|forbidden|manifest unknown|not found|invalid reference|did not complete successfully|executor failed running|returned a non-zero code/i;
/** Whether a registry call that failed with this output is worth another try. */
function isTransient(output) {
    return transient_transient.test(output) && !transient_final.test(output);
}

;// CONCATENATED MODULE: ./lib/engine/container-cli.js
















const shortDeadline = 30_000;
const pullDeadline = 20 * 60_000;
const trialDeadline = 60_000;
const tries = 4;
/** The engine behind the command line of docker or podman. */
class ContainerCli {
    facts;
    /** For calls that reach a registry: a private DOCKER_CONFIG while logged in. */
    #env;
    /** Ends what is pulled or built. The container itself is ended by its removal. */
    #signal;
    #folders;
    constructor(facts, folders, signal, env = process.env) {
        this.facts = facts;
        this.#folders = folders;
        this.#signal = signal;
        this.#env = env;
    }
    async ensureImage(ref, onOutput) {
        const there = await this.#inspectImage(ref);
        if (there !== undefined) {
            await onOutput("stdout", `${ref} is here already\n`);
            return there;
        }
        const end = await this.#retried(pullArguments(this.facts.name, ref), onOutput, pullDeadline);
        const pulled = end.exitCode === 0 ? await this.#inspectImage(ref) : undefined;
        if (pulled === undefined)
            throw await this.#pullError(ref, end);
        return pulled;
    }
    start(spec) {
        return startContainer(this.facts.name, spec, this.#folders, this.#signal);
    }
    async containers() {
        const end = await this.#call(listArguments[this.facts.name], undefined, shortDeadline);
        const lines = end.exitCode === 0 ? end.stdout.split("\n").filter(Boolean) : [];
        return lines.map((line) => {
            const [name = "", owner = ""] = line.split("\t");
            return { name, owner };
        });
    }
    async removeContainers(names) {
        await this.#call(["rm", "--force", "--volumes", ...names], undefined, shortDeadline);
    }
    async socket() {
        const end = await this.#call(socketQuestion[this.facts.name], undefined, shortDeadline);
        return inspectSocket(end.stdout.trim());
    }
    describe(spec, commands) {
        const engine = this.facts.name;
        return [
            [engine, ...containerArguments(spec, envFile(this.#folders))],
            ...commands.map((command, i) => [engine, ...execArguments(spec, command, statusPath(i))]),
        ];
    }
    async buildImage(build, onOutput) {
        const { into } = build;
        if ("refs" in into || this.facts.multiPlatform)
            return this.#build(build, onOutput);
        // A builder that writes no layouts: what it has made is taken out of the engine again.
        const ref = `gda-image:${(0,external_node_crypto_.randomBytes)(8).toString("hex")}`;
        try {
            await this.#build({ ...build, into: { refs: [ref] } }, onOutput);
            await this.#save(ref, into.layout, build.date);
        }
        finally {
            await this.removeImage(ref);
        }
    }
    async #build(build, onOutput) {
        const epoch = build.date === "" ? {} : { SOURCE_DATE_EPOCH: `${epochOf(build.date)}` };
        const made = (args, env) => this.#retried(args, onOutput, pullDeadline, { ...epoch, ...env });
        const refs = "refs" in build.into ? build.into.refs : [];
        const end = this.facts.imageBuilder === "buildx"
            ? await (0,private_config/* withPrivateBuildx */.sP)(this.#folders.private, (folder) => made(buildxArguments(build, this.facts.builder), { BUILDX_CONFIG: folder }))
            : await made(buildArguments(build, refs, this.facts), {
                DOCKER_BUILDKIT: this.facts.imageBuilder === "legacy" ? "0" : "1",
            });
        if (end.exitCode !== 0)
            throw registryError("The image could not be built", end);
    }
    async #save(ref, layout, date) {
        const { name } = this.facts;
        const to = name === "podman" ? layout : `${layout}.tar`;
        const end = await this.#call(saveArguments(name, ref, to), undefined, pullDeadline);
        this.#signal.throwIfAborted();
        if (end.exitCode !== 0)
            throw registryError("The built image could not be taken out of the engine", end);
        if (name === "podman")
            return;
        await layoutOfSaved(to, layout, date);
        await (0,promises_.rm)(to);
    }
    async tryImage(ref, args, onOutput) {
        const name = `gda-${(0,external_node_crypto_.randomBytes)(8).toString("hex")}`;
        try {
            const owner = (0,leftovers_owner/* ownerText */.d)((0,this_process/* thisProcess */.W)());
            const end = await this.#call(trialArguments(name, owner, ref, args), onOutput, trialDeadline);
            this.#signal.throwIfAborted();
            return { exitCode: end.exitCode, timedOut: end.timedOut, said: (0,engine_process/* lastWords */.a)(end) };
        }
        finally {
            await this.removeContainers([name]);
        }
    }
    async removeImage(ref) {
        await this.#call(["image", "rm", ref], undefined, shortDeadline);
    }
    async loggedIn(login, body) {
        return (0,private_config/* withPrivateConfig */.Mg)(this.#folders.private, login.registry, async (config) => {
            // podman knows no DOCKER_CONFIG, and would write into the user's own file.
            const env = { ...this.#env, DOCKER_CONFIG: config, REGISTRY_AUTH_FILE: (0,external_node_path_.join)(config, "config.json") };
            const argv = [this.facts.name, "login", "--username", login.username, "--password-stdin", login.registry];
            const signal = this.#signal;
            const once = () => (0,engine_process/* runProcess */.R)(argv, { env, input: login.password, deadlineMs: shortDeadline, signal });
            const end = await this.#patiently(once, shortDeadline * tries);
            if (end.exitCode !== 0)
                throw registryError(`The login at ${login.registry} failed`, end);
            return body(new ContainerCli(this.facts, this.#folders, this.#signal, env));
        });
    }
    async #inspectImage(ref) {
        const end = await this.#call(["image", "inspect", "--format", "{{json .}}", ref], undefined, shortDeadline);
        if (end.exitCode !== 0)
            return undefined;
        // docker writes `Id`, podman `ID`.
        const { Id, ID, RepoDigests } = JSON.parse(end.stdout);
        const id = Id ?? ID ?? "";
        // An image that was built here has no digest of a registry; the containerd store shows its own instead.
        const known = (RepoDigests ?? []).find((digest) => digest.startsWith(`${ref.replace(/[:@][^/]*$/, "")}@`));
        return { id, repositoryDigest: known === undefined || known.endsWith(id) ? "" : known };
    }
    #call(args, onOutput, deadlineMs, env = {}) {
        return (0,engine_process/* runProcess */.R)([this.facts.name, ...args], {
            env: { ...this.#env, ...env },
            deadlineMs,
            signal: this.#signal,
            ...(onOutput === undefined ? {} : { onOutput }),
        });
    }
    #retried(args, onOutput, deadlineMs, env = {}) {
        return this.#patiently((left) => this.#call(args, onOutput, left, env), deadlineMs);
    }
    /** Registries stumble: what is transient is tried again, with growing pauses, all within one deadline. */
    async #patiently(call, deadlineMs) {
        const until = performance.now() + deadlineMs;
        for (let attempt = 1;; attempt++) {
            const end = await call(until - performance.now());
            this.#signal.throwIfAborted();
            const pause = 2000 * 2 ** (attempt - 1) * (0.75 + Math.random() / 2);
            const late = performance.now() + pause > until;
            if (end.exitCode === 0 ||
                end.timedOut ||
                late ||
                attempt === tries ||
                !isTransient(`${end.stdout}\n${end.stderr}`))
                return end;
            // Jobs that were refused together are not to come back together.
            await (0,external_node_timers_promises_.setTimeout)(pause, undefined, { signal: this.#signal }).catch(() => this.#signal.throwIfAborted());
        }
    }
    async #pullError(ref, end) {
        const local = await this.#call(["image", "ls", "--format", "{{.Repository}}:{{.Tag}}", "golang"], undefined, shortDeadline);
        const tags = local.stdout.trim().split("\n").filter(Boolean).slice(0, 20).join(", ");
        return new errors/* ImageError */.C8(`The image ${ref} could not be pulled: ${(0,engine_process/* lastWords */.a)(end)}`, `Check the version and the network, or set \`go-image\` to a mirror. Here already: ${tags || "no golang image"}.`);
    }
}


/***/ }),

/***/ 4342:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ containerNote)
/* harmony export */ });
/** In the run's private folder: `docker gda-…`, the container that has to go when nobody is there any more to remove it. */
const containerNote = "container";


/***/ }),

/***/ 9402:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Az: () => (/* binding */ runLabel),
/* harmony export */   Hh: () => (/* binding */ freshVolume),
/* harmony export */   Wb: () => (/* binding */ ownerLabel)
/* harmony export */ });
/** A mount's source that is nothing of ours: a volume that comes and goes with the container. */
const freshVolume = "";
/** The labels of a run's container. */
const runLabel = "go-docker-action.run";
const ownerLabel = "go-docker-action.owner";


/***/ }),

/***/ 2714:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  G: () => (/* binding */ findEngine)
});

// EXTERNAL MODULE: ./lib/errors.js
var errors = __nccwpck_require__(452);
// EXTERNAL MODULE: ./node_modules/semver/index.js
var semver = __nccwpck_require__(2088);
;// CONCATENATED MODULE: ./lib/engine/engine-info.js

/** Reads the engine's own account as JSON; undefined when no engine stands behind the client. */
function readEngineInfo(name, json, hasBuildx) {
    const info = parse(json);
    return name === "podman" ? podman(info) : docker(info, hasBuildx);
}
/** Why docker's client has no server, in its own words; empty when it did not say. */
function serverError(json) {
    const { ServerErrors } = parse(json);
    return ServerErrors?.[0] ?? "";
}
function parse(json) {
    try {
        return JSON.parse(json);
    }
    catch {
        return {};
    }
}
function docker(value, hasBuildx) {
    const info = value;
    if (!info.ServerVersion)
        return undefined;
    const containerdStore = (info.DriverStatus ?? []).some(([, driver]) => driver === "io.containerd.snapshotter.v1");
    const security = (info.SecurityOptions ?? []).map((option) => option.replace(/^name=|,.*$/g, ""));
    return {
        name: "docker",
        version: info.ServerVersion,
        platform: `${info.OSType ?? "linux"}/${goArch(info.Architecture ?? "")}`,
        imageBuilder: hasBuildx ? "buildx" : builtInBuilder(info.ClientInfo?.Version),
        multiPlatform: hasBuildx && containerdStore,
        builder: "",
        insecureRegistries: insecure(info.RegistryConfig),
        rights: rightsOf(security),
        selinux: security.includes("selinux"),
        memory: info.MemTotal ?? 0,
    };
}
function insecure({ InsecureRegistryCIDRs, IndexConfigs } = {}) {
    const hosts = Object.entries(IndexConfigs ?? {}).filter(([, { Secure }]) => Secure === false);
    return [...hosts.map(([host]) => host), ...(InsecureRegistryCIDRs ?? [])];
}
/** Clients since 23.0 refuse to drive BuildKit without buildx; older ones (20.10 does not even tell its version) can. */
function builtInBuilder(client) {
    return client === undefined || (0,semver.lt)((0,semver.coerce)(client) ?? "0.0.0", "23.0.0") ? "buildkit" : "legacy";
}
function rightsOf(security) {
    if (security.includes("rootless"))
        return "rootless";
    return security.includes("userns") ? "remapped" : "rootful";
}
function podman(value) {
    const { version, host, registries } = value;
    if (version === undefined || host === undefined)
        return undefined;
    return {
        name: "podman",
        version: version.Version,
        platform: `${host.os}/${host.arch}`,
        imageBuilder: "buildkit",
        multiPlatform: false,
        builder: "",
        insecureRegistries: Object.entries(registries ?? {}).flatMap(([registry, one]) => "Insecure" in one && one.Insecure === true ? [registry] : []),
        rights: host.security?.rootless === true ? "rootless" : "rootful",
        selinux: host.security?.selinuxEnabled === true,
        memory: host.memTotal ?? 0,
    };
}
function goArch(machine) {
    const names = { x86_64: "amd64", aarch64: "arm64", armv7l: "arm", i686: "386" };
    return names[machine] ?? machine;
}

// EXTERNAL MODULE: ./lib/engine/process.js + 1 modules
var engine_process = __nccwpck_require__(7002);
;// CONCATENATED MODULE: ./lib/engine/find-engine.js



const deadlineMs = 5_000;
/**
 * Finds an engine that answers. podman is asked only where docker is not wanted and not there: its client leaves
 * folders behind even when it is only asked, and who sets DOCKER_HOST, or waits for a daemon that hangs, means docker.
 */
async function findEngine(wanted, builder, signal) {
    const facts = await answering(wanted, signal);
    return builder === undefined ? facts : withBuilder(facts, builder, signal);
}
/** A builder of the user's own does what BuildKit can, whatever the engine. */
async function withBuilder(facts, builder, signal) {
    const problem = { input: "builder", item: builder };
    if (facts.name !== "docker")
        throw new errors/* InputError */.dz([{ ...problem, message: "podman has no builders. Leave it out, or set `engine: docker`." }]);
    const end = await (0,engine_process/* runProcess */.R)(["docker", "buildx", "inspect", builder], { deadlineMs, signal });
    signal.throwIfAborted();
    if (end.exitCode !== 0) {
        const message = `docker buildx does not know it: ${(0,engine_process/* lastWords */.a)(end)}. Make it before, with \`docker buildx create --name ${builder}\`.`;
        throw new errors/* InputError */.dz([{ ...problem, message }]);
    }
    return { ...facts, imageBuilder: "buildx", multiPlatform: true, builder };
}
async function answering(wanted, signal) {
    const first = await ask(wanted === "podman" ? "podman" : "docker", signal);
    signal.throwIfAborted();
    if (first.info !== undefined)
        return first.info;
    const meant = wanted !== "auto" || process.env["DOCKER_HOST"] !== undefined || first.end.timedOut;
    const answers = meant ? [first] : [first, await ask("podman", signal)];
    const found = answers.find(({ info }) => info !== undefined)?.info;
    if (found !== undefined)
        return found;
    throw new errors/* EngineUnreachableError */.df(`No container engine answers. ${answers.map(({ name, end }) => `${name}: ${noAnswer(name, end)}`).join("; ")}.`, "Start one (for instance `sudo systemctl start docker`), or point DOCKER_HOST at it. On GitHub, use an ubuntu runner.");
}
async function ask(name, signal) {
    const [end, buildx] = await Promise.all([
        (0,engine_process/* runProcess */.R)([name, "info", "--format", "{{json .}}"], { deadlineMs, signal }),
        name === "docker" ? (0,engine_process/* runProcess */.R)([name, "buildx", "version"], { deadlineMs, signal }) : undefined,
    ]);
    return { name, end, info: readEngineInfo(name, end.exitCode === 0 ? end.stdout : "", buildx?.exitCode === 0) };
}
function noAnswer(name, end) {
    const endpoint = process.env["DOCKER_HOST"] ?? "unix:///var/run/docker.sock, or the current docker context";
    const socket = name === "docker" ? ` at ${endpoint}` : "";
    if (end.timedOut)
        return `no answer${socket} within 5 s`;
    if (end.reason.includes("ENOENT"))
        return "not installed";
    const line = serverError(end.stdout) || end.stderr.trim().split("\n").at(-1) || end.reason || "no server";
    return `no answer${socket} (${line.slice(0, 300)})`;
}


/***/ }),

/***/ 7086:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ layout),
/* harmony export */   b: () => (/* binding */ profilePath)
/* harmony export */ });
/** Where things lie in the Go container. */
const layout = {
    /** What the host hands in, read-only. */
    in: "/gda/in",
    /** Products on their way out: binaries, cover profiles. */
    out: "/gda/out",
    home: "/gda/home",
    /** The container's own root is read-only: these are folders on the disk, where programs may be started. */
    temp: ["/tmp", "/var/tmp"],
    /** Where the engine's socket is handed in. */
    socket: "/var/run/docker.sock",
    /** One file per command with its exit code. */
    status: "/gda/status",
    /** By this the container tells that it sees our files. */
    canary: "/gda/status/canary",
    buildCache: "/gda-cache/build",
    /** Holds `mod` (the module cache) and `sumdb`. */
    modules: "/go/pkg",
    roots: "/gda-roots",
};
/** Cover profiles, one per command that makes one. */
function profilePath(index) {
    return `${layout.out}/cover/${String(index).padStart(4, "0")}.out`;
}


/***/ }),

/***/ 3516:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Mg: () => (/* binding */ withPrivateConfig),
/* harmony export */   NC: () => (/* binding */ dockerFolder),
/* harmony export */   sP: () => (/* binding */ withPrivateBuildx)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1455);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(8161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(6760);



/** Gives the body a docker configuration of its own (0700) in `parent`, so that no credential of ours outlives it or meets others. */
async function withPrivateConfig(parent, registry, body) {
    const folder = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdtemp)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(parent, "docker-"));
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, "config.json"), JSON.stringify(await settings(registry)), { mode: 0o600 });
        return await body(folder);
    }
    finally {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(folder, { recursive: true, force: true });
    }
}
/**
 * Gives the body a buildx configuration of its own in `parent`: the user's builders, but another client. BuildKit keeps what
 * a client has sent for its next build, and looks at path, size and time alone to see whether a file is another.
 */
async function withPrivateBuildx(parent, body) {
    const own = process.env["BUILDX_CONFIG"] ?? (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(dockerFolder(), "buildx");
    const folder = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdtemp)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(parent, "buildx-"));
    try {
        for (const name of ["instances", "defaults", "current"])
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.cp)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(own, name), (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, name), { recursive: true }).catch(() => undefined);
        return await body(folder);
    }
    finally {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(folder, { recursive: true, force: true });
    }
}
/** The user's own context, proxies and plugins still count; the stored logins for other registries do not. */
async function settings(registry) {
    const own = dockerFolder();
    const text = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(own, "config.json"), "utf8").catch(() => "{}");
    const config = parse(text);
    const extra = Array.isArray(config["cliPluginsExtraDirs"])
        ? config["cliPluginsExtraDirs"]
        : [];
    return {
        // Without any, docker would put the password into the first credential store that it finds on the machine.
        auths: { [registry]: {} },
        ...(config["proxies"] === undefined ? {} : { proxies: config["proxies"] }),
        cliPluginsExtraDirs: [...extra, (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(own, "cli-plugins")],
    };
}
/** Where docker's client keeps its configuration. */
function dockerFolder() {
    return process.env["DOCKER_CONFIG"] ?? (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)((0,node_os__WEBPACK_IMPORTED_MODULE_1__.homedir)(), ".docker");
}
function parse(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return {};
    }
}


/***/ }),

/***/ 7002:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  a: () => (/* binding */ lastWords),
  R: () => (/* binding */ runProcess)
});

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __nccwpck_require__(1421);
;// CONCATENATED MODULE: external "node:string_decoder"
const external_node_string_decoder_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:string_decoder");
;// CONCATENATED MODULE: ./lib/engine/process.js


const kept = 256 * 1024;
/** Milliseconds from the end of a process to that of its output. */
const drain = 5_000;
/**
 * Runs a process from an argument list. Output is read no faster than `onOutput` takes it, decoded over the cuts of
 * its pieces, and a process that dies by a signal never looks like one that succeeded.
 */
async function runProcess(argv, options = {}) {
    const [file = "", ...args] = argv;
    // A group of its own: Ctrl-C in a terminal reaches this process alone, which then ends its children in order.
    const child = (0,external_node_child_process_.spawn)(file, args, {
        cwd: options.cwd,
        env: options.env ?? process.env,
        detached: true,
        stdio: ["pipe", "pipe", "pipe"],
    });
    child.stdin.on("error", () => { }); // A process may end before it has read its input.
    child.stdin.end(options.input ?? "");
    let taking = 0;
    const onOutput = async (stream, text) => {
        taking++;
        await options.onOutput?.(stream, text);
        taking--;
    };
    const supervision = supervise(child, options, () => taking > 0);
    const ended = new Promise((resolve) => {
        child.on("error", (error) => resolve({ code: undefined, reason: error.message }));
        child.on("close", (code, signal) => resolve({ code: code ?? undefined, reason: signal ?? "" }));
    });
    try {
        const [stdout, stderr, { code, reason }] = await Promise.all([
            pump(child.stdout, "stdout", onOutput),
            pump(child.stderr, "stderr", onOutput),
            Promise.race([ended, supervision.left]),
        ]);
        const { timedOut } = supervision;
        return { exitCode: timedOut ? undefined : code, reason, timedOut, stdout, stderr };
    }
    finally {
        supervision.end();
    }
}
/** Ends a process that is late or not wanted any more, and its output when a child of its own holds that open. */
function supervise(child, { deadlineMs, patienceMs, signal, graceMs = 2_000 }, isTaking) {
    const timers = [];
    const after = (milliseconds, work) => {
        if (milliseconds !== undefined)
            timers.push(setTimeout(work, milliseconds));
    };
    const silence = () => {
        child.stdout.destroy();
        child.stderr.destroy();
    };
    const kill = () => {
        killGroup(child, "SIGKILL");
        silence();
    };
    const abort = () => {
        killGroup(child, "SIGTERM");
        after(graceMs, kill);
    };
    const leave = Promise.withResolvers();
    const supervision = {
        timedOut: false,
        left: leave.promise,
        end: () => {
            timers.forEach(clearTimeout);
            signal?.removeEventListener("abort", abort);
        },
    };
    after(deadlineMs, () => {
        supervision.timedOut = true;
        kill();
    });
    after(patienceMs, () => {
        supervision.timedOut = true;
        silence();
        child.unref();
        leave.resolve({ code: undefined, reason: "" });
    });
    // What it printed before its end is still to be read where `onOutput` takes its time.
    const drainOutput = () => after(drain, () => (isTaking() ? drainOutput() : silence()));
    child.on("exit", drainOutput);
    if (signal?.aborted)
        abort();
    else
        signal?.addEventListener("abort", abort);
    return supervision;
}
/** The process and what it has started: docker's plugins are programs of their own. */
function killGroup({ pid }, signal) {
    try {
        if (pid !== undefined)
            process.kill(-pid, signal);
    }
    catch {
        // It has ended already.
    }
}
async function pump(readable, stream, onOutput) {
    const decoder = new external_node_string_decoder_namespaceObject.StringDecoder("utf8");
    const tail = [];
    let length = 0;
    const take = async (text) => {
        if (text === "")
            return;
        tail.push(text);
        length += text.length;
        while (length - (tail[0]?.length ?? 0) >= kept)
            length -= tail.shift()?.length ?? 0;
        await onOutput(stream, text);
    };
    try {
        for await (const chunk of readable)
            await take(decoder.write(chunk));
    }
    catch (error) {
        // Destroyed at a deadline; what was read is kept.
        if (error.code !== "ERR_STREAM_PREMATURE_CLOSE")
            throw error;
    }
    await take(decoder.end());
    return tail.join("").slice(-kept);
}
/** The line of a failed process that says most. */
function lastWords(end) {
    if (end.timedOut)
        return "the time limit was reached";
    const lines = `${end.stdout}\n${end.stderr}`.trim().split("\n");
    const error = lines.findLast((line) => /error|denied|unauthorized|failed/i.test(line));
    return error ?? lines.at(-1) ?? end.reason;
}


/***/ }),

/***/ 5157:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ unmarkedEnv)
/* harmony export */ });
/** By these, runners find and kill what a job has left running. */
const marks = ["RUNNER_TRACKING_ID", "BUILD_ID", "JENKINS_NODE_COOKIE", "JENKINS_SERVER_COOKIE"];
/** The caller's environment for what must outlive the job's sudden end, to clean up after it. */
function unmarkedEnv() {
    return Object.fromEntries(Object.entries(process.env).filter(([name]) => !marks.includes(name)));
}


/***/ }),

/***/ 4387:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ within)
/* harmony export */ });
/** Waits for work to end, however it does, but not longer than that; tells whether it has. */
async function within(milliseconds, work) {
    let timer;
    const late = new Promise((resolve) => {
        timer = setTimeout(() => resolve(false), milliseconds);
    });
    const ended = work.then(() => true, () => true);
    return Promise.race([ended, late]).finally(() => clearTimeout(timer));
}


/***/ }),

/***/ 452:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   C8: () => (/* binding */ ImageError),
/* harmony export */   OJ: () => (/* binding */ ContainerError),
/* harmony export */   cc: () => (/* binding */ CancelledError),
/* harmony export */   df: () => (/* binding */ EngineUnreachableError),
/* harmony export */   dz: () => (/* binding */ InputError),
/* harmony export */   eG: () => (/* binding */ EnvironmentError),
/* harmony export */   fU: () => (/* binding */ ActionableError),
/* harmony export */   u7: () => (/* binding */ OutputError),
/* harmony export */   wt: () => (/* binding */ SmokeTestError)
/* harmony export */ });
/* harmony import */ var _quoted_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2767);

/** A failure the user can act on: what is wrong, and what to do about it. */
class ActionableError extends Error {
    remedy;
    constructor(problem, remedy, options) {
        super(problem, options);
        this.name = new.target.name;
        this.remedy = remedy;
    }
}
const controlCharacters = /\p{Cc}|\p{Cf}|\u2028|\u2029/gu;
/** One problem in one line, whatever stands in it. */
function problemLine({ input, item, position, message }) {
    const name = `input '${input.length > 120 ? `${input.slice(0, 117)}...` : input}'`;
    const where = [position === undefined ? "" : `item ${position}`, item === undefined ? "" : (0,_quoted_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .T)(item)];
    const place = where.filter((part) => part !== "").join(": ");
    return `${place === "" ? name : `${name} (${place})`}: ${message}`.replace(controlCharacters, (c) => `\\u${(c.codePointAt(0) ?? 0).toString(16).padStart(4, "0")}`);
}
/** All bad inputs at once, found before any container starts. */
class InputError extends ActionableError {
    failureClass = "input";
    problems;
    constructor(problems) {
        const [first] = problems;
        super(problems.length === 1 && first
            ? problemLine(first)
            : `${problems.length} inputs need a change:\n${problems.map((p) => `  - ${problemLine(p)}`).join("\n")}`, "Change the inputs and run again; nothing was started.");
        this.problems = problems;
    }
}
/** No container engine answers. */
class EngineUnreachableError extends ActionableError {
    failureClass = "infrastructure";
}
/** The golang image, or the image that was to be published, could not be had, built or pushed. */
class ImageError extends ActionableError {
    failureClass = "infrastructure";
}
/** The image does not do what `image-smoke-test` asks of it. */
class SmokeTestError extends ActionableError {
    failureClass = "checks";
}
/** A container ended without saying how its command went: neither passed nor failed. */
class ContainerError extends ActionableError {
    failureClass = "infrastructure";
}
/** The commands lacked what is the machine's to give: modules over the network, space on a disk. */
class EnvironmentError extends ActionableError {
    failureClass = "infrastructure";
}
/** A file that the run made could not be checked, written or handed over. */
class OutputError extends ActionableError {
    failureClass = "infrastructure";
}
/** SIGINT or SIGTERM came. */
class CancelledError extends ActionableError {
    failureClass = "cancelled";
    signal;
    constructor(signal) {
        super(`The run was cancelled by ${signal}.`, "Start it again when you are ready.");
        this.signal = signal;
    }
}


/***/ }),

/***/ 788:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  L: () => (/* binding */ TerminalHost)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __nccwpck_require__(1455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __nccwpck_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __nccwpck_require__(7975);
// EXTERNAL MODULE: ./lib/reading/coverage.js
var reading_coverage = __nccwpck_require__(3012);
// EXTERNAL MODULE: ./lib/report/coverage-change.js
var coverage_change = __nccwpck_require__(2115);
// EXTERNAL MODULE: ./lib/report/human.js
var human = __nccwpck_require__(4075);
;// CONCATENATED MODULE: ./lib/report/console-table.js



/** The result for terminals and logs: plain text, aligned, no colours. */
function resultTable(report, published) {
    const blocks = [
        [headline(report)],
        aligned(findingRows(report)),
        againLines(report),
        aligned(stepRows(report)),
        aligned(measureRows(report)),
        aligned(binaryRows(report)),
        imageLines(published?.image),
        notes(report),
    ];
    return blocks
        .filter((lines) => lines.length > 0)
        .map((lines) => `${lines.join("\n")}\n`)
        .join("\n");
}
function headline({ verdict, goVersion, goImage, seconds }) {
    const word = verdict === "passed" ? "PASSED" : "FAILED";
    return `${word}  Go ${(0,human/* oneLine */.TN)(goVersion)} in ${(0,human/* oneLine */.TN)(goImage)}, ${(0,human/* humanSeconds */.Nj)(seconds)}`;
}
const mostFindings = 20;
/** Where to look, said again at the end: on a terminal the output of the step itself is far above. */
function findingRows({ steps }) {
    const rows = steps.flatMap(({ name, findings }) => findings.map(({ file, line, title }) => {
        const place = line > 0 ? `${file}:${line}` : file;
        return [name, (0,human/* oneLine */.TN)(place), (0,human/* oneLine */.TN)(title)];
    }));
    const rest = rows.length - mostFindings;
    return rest > 0 ? [...rows.slice(0, mostFindings), ["", "", `and ${(0,human/* plural */.LS)(rest, "more finding")}`]] : rows;
}
const mostAgain = 3;
function againLines({ steps }) {
    const lines = steps.flatMap(({ again }) => again);
    if (lines.length === 0)
        return [];
    const more = lines.length > mostAgain ? [`  (${(0,human/* plural */.LS)(lines.length - mostAgain, "more line")} in the summary)`] : [];
    return ["To run it again by hand:", ...lines.slice(0, mostAgain).map((line) => `  ${(0,human/* oneLine */.TN)(line, 2000)}`), ...more];
}
function stepRows({ steps }) {
    const rows = steps.map(({ name, status, detail, seconds }) => [
        name,
        status,
        status === "skipped" ? "" : (0,human/* humanSeconds */.Nj)(seconds),
        (0,human/* oneLine */.TN)(detail),
    ]);
    return [["step", "result", "time", ""], ...rows];
}
function measureRows(report) {
    const { tests, coverage, coverageThreshold, changed } = report;
    const asked = coverageThreshold === undefined ? "" : ` (asked for: ${coverageThreshold}%)`;
    const since = (0,coverage_change/* coverageChange */.z)(report);
    const change = since === undefined ? "" : `, ${since.points} since ${since.sha.slice(0, 12)}`;
    const { lines = 0, covered = 0 } = changed?.coverage ?? {};
    return [
        ...(tests ? [["tests", (0,human/* totalsText */.zF)(tests)]] : []),
        ...(coverage ? [["coverage", `${coverage.percent}% of statements${asked}${change}`]] : []),
        ...(lines > 0 ? [["", `${(0,reading_coverage/* percent */.KN)(covered, lines)}% of ${(0,human/* plural */.LS)(lines, "changed line")}`]] : []),
    ];
}
function binaryRows({ binaries, checksums }) {
    if (binaries.length === 0)
        return [];
    const rows = binaries.map(({ target, path, size, sha256 }) => [
        target,
        (0,human/* oneLine */.TN)(path),
        (0,human/* humanSize */.Xe)(size),
        sha256.slice(0, 12),
    ]);
    const sums = checksums === "" ? [] : [["", (0,human/* oneLine */.TN)(checksums)]];
    return [["target", "file", "size", "sha256"], ...rows, ...sums];
}
function imageLines(image) {
    if (image === undefined)
        return [];
    const facts = [
        ["image", (0,human/* oneLine */.TN)(image.name)],
        ["tags", (0,human/* oneLine */.TN)(image.tags.join(", "), 1000)],
        ["digest", image.digest === "" ? "not pushed" : (0,human/* oneLine */.TN)(image.digest)],
    ];
    const platforms = image.platforms.map(({ platform, size }) => [(0,human/* oneLine */.TN)(platform), (0,human/* humanSize */.Xe)(size)]);
    return aligned([...facts, ...platforms]);
}
const notes = (report) => report.notes.map((note) => `note: ${(0,human/* oneLine */.TN)(note, 2000)}`);
function aligned(rows) {
    const columns = Math.max(0, ...rows.map((row) => row.length));
    const widths = Array.from({ length: columns }, (_, i) => Math.max(...rows.map((row) => row[i]?.length ?? 0)));
    return rows.map((row) => row
        .map((cell, i) => cell.padEnd(widths[i] ?? 0))
        .join("  ")
        .trimEnd());
}

// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __nccwpck_require__(8474);
;// CONCATENATED MODULE: ./lib/host/outlet.js

/** A stream of ours that others read. When they stop, as `| head -1` does, the run goes on without them. */
class Outlet {
    #stream;
    #closed = false;
    constructor(stream) {
        this.#stream = stream;
        stream.on("error", () => {
            this.#closed = true;
        });
    }
    /** Comes back once there is room for more. */
    async write(text) {
        if (this.#closed || this.#stream.write(text))
            return;
        // Rejected by an error of the stream: nobody reads any more.
        await (0,external_node_events_.once)(this.#stream, "drain").catch(() => undefined);
    }
}

;// CONCATENATED MODULE: ./lib/host/secrets.js
/** A secret under this length would take half of the log with it. */
const shortest = 4;
/**
 * All the ways in which a secret turns up in what others print: as it is, by its lines, in base64, in an address, in
 * JSON; and with its user as the registries' clients send it. Longest first, so that none is hidden by a part of it.
 */
function secretForms(secret, user) {
    const lines = secret.split(/\r?\n/).filter((line) => line.length >= shortest);
    const alone = secret.length < shortest ? [] : [secret, ...lines].flatMap(encoded);
    const withUser = user === undefined ? [] : [base64(`${user}:${secret}`), `${user}:${secret}`];
    return [...new Set([...alone, ...withUser])].sort((a, b) => b.length - a.length);
}
function encoded(text) {
    return [
        text,
        base64(text),
        base64(text).replace(/=+$/, ""),
        encodeURIComponent(text),
        JSON.stringify(text).slice(1, -1),
    ];
}
function base64(text) {
    return Buffer.from(text).toString("base64");
}

// EXTERNAL MODULE: ./lib/host/untrusted.js
var untrusted = __nccwpck_require__(3616);
;// CONCATENATED MODULE: ./lib/host/terminal.js








/** A laptop, Jenkins, any shell: files in the workspace, a cache in the user's own folder, a table at the end. */
class TerminalHost {
    facts;
    inputs;
    log;
    cache;
    constructor(inputs, workspace, env, out) {
        this.facts = {
            workspace,
            temp: (0,external_node_os_.tmpdir)(),
            job: "",
            ref: "",
            sha: "",
            name: "",
            defaultBranch: "",
            repositoryUrl: "",
            base: "",
            baseRef: "",
        };
        // An argument is there for every user of the machine to see: a password may come this way instead.
        const secrets = { password: "GO_DOCKER_ACTION_PASSWORD", "git-token": "GO_DOCKER_ACTION_GIT_TOKEN" };
        const given = Object.entries(secrets).flatMap(([input, name]) => (env[name] ? [[input, env[name]]] : []));
        this.inputs = { ...Object.fromEntries(given), ...inputs };
        this.log = new TerminalLog(out);
        this.cache = new FolderCache((0,external_node_path_.join)(env["XDG_CACHE_HOME"] || (0,external_node_path_.join)((0,external_node_os_.homedir)(), ".cache"), "go-docker-action"));
    }
    hide(secret, user) {
        this.log.hide(secret, user);
    }
    /** The files are where the user looks for them already. */
    async upload({ name, files }) {
        const sizes = await Promise.all(files.map(async (file) => (await (0,promises_.stat)((0,external_node_path_.join)(this.facts.workspace, file))).size));
        return { name, size: sizes.reduce((sum, size) => sum + size, 0), id: this.facts.workspace, files };
    }
    present(report, published) {
        this.log.line("");
        return this.log.untrusted(resultTable(report, published));
    }
}
/** Plain lines; on a terminal also colours, and the running step with its seconds in the last line. */
class TerminalLog {
    #out;
    #live;
    #secrets = new Set();
    #running;
    constructor(out) {
        this.#out = new Outlet(out);
        this.#live = out.isTTY === true;
    }
    hide(secret, user) {
        for (const form of secretForms(secret, user))
            this.#secrets.add(form);
    }
    info(line) {
        this.line(this.#style("dim", (0,untrusted/* neutralised */.H)(line)));
    }
    warning(line) {
        this.line(this.#style("yellow", `warning: ${(0,untrusted/* neutralised */.H)(line)}`));
    }
    untrusted(text) {
        return this.#write((0,untrusted/* neutralised */.H)(text).replace(/\n?$/, "\n"));
    }
    async group(title, body) {
        this.line(this.#style("bold", `== ${title}`));
        this.#running = { title, since: performance.now() };
        const ticker = this.#live ? setInterval(() => void this.#write(""), 1000) : undefined;
        try {
            return await body();
        }
        finally {
            clearInterval(ticker);
            this.#running = undefined;
            void this.#write("");
        }
    }
    line(text) {
        void this.#write(`${text}\n`);
    }
    #style(style, text) {
        return this.#live ? (0,external_node_util_.styleText)(style, text, { validateStream: false }) : text;
    }
    /** Clears the last line, writes, and draws the last line anew. */
    async #write(text) {
        let shown = text;
        for (const secret of this.#secrets)
            shown = shown.replaceAll(secret, "***");
        if (!this.#live)
            return shown === "" ? undefined : this.#out.write(shown);
        const { title, since } = this.#running ?? {};
        const status = since === undefined
            ? ""
            : this.#style("dim", `   ${title} … ${Math.round((performance.now() - since) / 1000)} s`);
        return this.#out.write(`\r\u001b[K${shown}${status}`);
    }
}
/** One folder for all projects: Go's caches are made to be shared. */
class FolderCache {
    folder;
    shared = false;
    constructor(folder) {
        this.folder = folder;
    }
    async restore() {
        await (0,promises_.mkdir)(this.folder, { recursive: true });
        const entries = await (0,promises_.readdir)(this.folder);
        return entries.length > 0 ? this.folder : undefined;
    }
    async save() { }
}


/***/ }),

/***/ 3616:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ neutralised),
/* harmony export */   M: () => (/* binding */ UntrustedLines)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7975);

/**
 * Text that the runner would obey, made harmless for a log: `::command::` at a line's start and `##[command]` anywhere
 * get a backslash, a lone carriage return and the other line ends that .NET knows become plain ones, and terminal escapes
 * go. Newlines and tabs stay. The runner's comparison passes over some thousand characters beyond ASCII: between the
 * signs of a command, none of them helps. Nor would one of them do as the break. One pass each, whatever the text.
 */
function neutralised(text) {
    return (0,node_util__WEBPACK_IMPORTED_MODULE_0__.stripVTControlCharacters)(text)
        .replace(/\r\n?|[\u0085\u2028\u2029\v\f]/g, "\n")
        .replace(/(?![\n\t])\p{Cc}/gu, "")
        .replace(/#([^\0-\x7f]*)#([^\0-\x7f]*)\[/g, "#$1#$2\\[")
        .replace(/^([^\x21-\x7e\n]*:)([^\0-\x7f]*:)/gm, "$1\\$2");
}
const longestLine = 65_536;
/** Gathers pieces into whole lines for a log, so that no command can hide in the cut between two pieces. */
class UntrustedLines {
    #log;
    #rest = "";
    constructor(log) {
        this.#log = log;
    }
    async write(piece) {
        // A package with thousands of failures comes as one piece: not all of it is to be gone through at once.
        for (let from = 0; from < piece.length; from += longestLine)
            await this.#write(this.#rest + piece.slice(from, from + longestLine));
    }
    async #write(text) {
        const whole = text.lastIndexOf("\n") + 1;
        const end = whole === 0 && text.length > longestLine ? text.length : whole;
        this.#rest = text.slice(end);
        if (end > 0)
            await this.#log.untrusted(text.slice(0, end));
    }
    /** Writes what is left without a newline. */
    async end() {
        if (this.#rest !== "")
            await this.#log.untrusted(this.#rest);
        this.#rest = "";
    }
}


/***/ }),

/***/ 491:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ copy),
/* harmony export */   Pq: () => (/* binding */ json),
/* harmony export */   T1: () => (/* binding */ pattern),
/* harmony export */   TL: () => (/* binding */ quoted),
/* harmony export */   Vm: () => (/* binding */ word),
/* harmony export */   eF: () => (/* binding */ run),
/* harmony export */   kJ: () => (/* binding */ labelKey)
/* harmony export */ });
/** An instruction in exec form: no shell takes part. */
function run(argv) {
    return `RUN ${json(argv)}`;
}
/** Plain words where they need no quoting. The words are escaped already. */
function copy(words, stage = "") {
    const plain = words.every((text) => /^[\w./@+~${}-]+$/.test(text));
    return `COPY ${stage && `--from=${stage} `}${plain ? words.join(" ") : json(words)}`;
}
/** COPY expands variables and takes away quotes, also in its JSON form. */
function word(text) {
    return text.replace(/[\\$'"]/g, "\\$&");
}
/** COPY's sources are patterns besides. */
function pattern(text) {
    return word(text).replace(/[*?[]/g, "[$&]");
}
function json(words) {
    return `[${words.map((text) => JSON.stringify(text)).join(", ")}]`;
}
function labelKey(key) {
    return /^[\w.-]+$/.test(key) ? key : quoted(key);
}
/** No line break can be written in a quoted value, and none may end it. */
function quoted(text) {
    return `"${text.replace(/\p{Cc}+/gu, " ").replace(/[\\"$]/g, "\\$&")}"`;
}


/***/ }),

/***/ 7814:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ checkExpressions),
/* harmony export */   p: () => (/* binding */ fillExpressions)
/* harmony export */ });
/* harmony import */ var dayjs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3706);
/* harmony import */ var dayjs_plugin_advancedFormat_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(5440);
/* harmony import */ var dayjs_plugin_dayOfYear_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(1919);
/* harmony import */ var dayjs_plugin_isoWeek_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(9072);
/* harmony import */ var dayjs_plugin_timezone_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(7818);
/* harmony import */ var dayjs_plugin_utc_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(5279);
/* harmony import */ var dayjs_plugin_weekOfYear_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(4901);
/* harmony import */ var _inputs_nearest_js__WEBPACK_IMPORTED_MODULE_7__ = __nccwpck_require__(3231);
/* harmony import */ var _git_context_js__WEBPACK_IMPORTED_MODULE_8__ = __nccwpck_require__(2783);









for (const plugin of [dayjs_plugin_utc_js__WEBPACK_IMPORTED_MODULE_5__, dayjs_plugin_timezone_js__WEBPACK_IMPORTED_MODULE_4__, dayjs_plugin_dayOfYear_js__WEBPACK_IMPORTED_MODULE_2__, dayjs_plugin_weekOfYear_js__WEBPACK_IMPORTED_MODULE_6__, dayjs_plugin_isoWeek_js__WEBPACK_IMPORTED_MODULE_3__, dayjs_plugin_advancedFormat_js__WEBPACK_IMPORTED_MODULE_1__])
    dayjs__WEBPACK_IMPORTED_MODULE_0__.extend(plugin);
/** docker/metadata-action's global expressions: `{{branch}}`, `{{date 'YYYYMMDD' tz='Asia/Tokyo'}}`. */
const expressions = {
    branch: ({ ref }) => (0,_git_context_js__WEBPACK_IMPORTED_MODULE_8__/* .branchOf */ .W)(ref),
    tag: ({ ref }) => (0,_git_context_js__WEBPACK_IMPORTED_MODULE_8__/* .tagOf */ .c)(ref),
    sha: ({ sha }) => sha.slice(0, 7),
    base_ref: ({ baseRef }) => baseRef,
    is_default_branch: (git) => String(isDefaultBranch(git)),
    is_not_default_branch: (git) => String(!isDefaultBranch(git)),
    date: ({ now }, call) => dateText(now, call),
    commit_date: ({ commitDate }, call) => dateText(commitDate, call),
};
const names = Object.keys(expressions);
const dates = ["date", "commit_date"];
const braces = /\{\{(.*?)\}\}/g;
const grammar = /^\s*(\w+)(?:\s+(?:'([^']*)'|"([^"]*)"))?(?:\s+tz=(?:'([^']*)'|"([^"]*)"))?\s*$/;
/** Throws the reason and the remedy when a text holds what is no expression. */
function checkExpressions(text) {
    for (const [whole, inner = ""] of text.matchAll(braces))
        checkCall(whole, parseCall(inner));
    if (text.replace(braces, "").includes("{{"))
        throw new Error('an expression is not closed. Close every "{{" with "}}".');
}
/** Fills the expressions of a text that was checked. */
function fillExpressions(text, git) {
    return text.replace(braces, (_, inner) => {
        const call = parseCall(inner);
        return (call && expressions[call.name]?.(git, call)) ?? "";
    });
}
function parseCall(inner) {
    const [, name, format, other, zone, second] = grammar.exec(inner) ?? [];
    return name === undefined ? undefined : { name, format: format ?? other ?? "", zone: zone ?? second ?? "UTC" };
}
function checkCall(whole, call) {
    if (call === undefined)
        throw new Error(`${whole} is no expression. Write for instance {{date 'YYYYMMDD'}}.`);
    if (!names.includes(call.name)) {
        const near = (0,_inputs_nearest_js__WEBPACK_IMPORTED_MODULE_7__/* .nearest */ .p)(call.name, names);
        const hint = near ? `; did you mean {{${near}}}?` : ".";
        throw new Error(`unknown expression ${whole}${hint} Use ${names.map((name) => `{{${name}}}`).join(", ")}.`);
    }
    if (dates.includes(call.name) && call.format === "")
        throw new Error(`${whole} lacks its format. Write for instance {{${call.name} 'YYYYMMDD'}}.`);
    if (!isZone(call.zone))
        throw new Error(`"${call.zone}" is no time zone. Write for instance tz='Europe/Berlin'.`);
}
function isZone(name) {
    try {
        return new Intl.DateTimeFormat("en", { timeZone: name }) !== undefined;
    }
    catch {
        return false;
    }
}
function dateText(iso, { format, zone }) {
    return iso === "" ? "" : dayjs__WEBPACK_IMPORTED_MODULE_0__(iso).tz(zone).format(format);
}
/** As there, also for events that belong to no branch but start from the default one. */
function isDefaultBranch({ ref, defaultBranch, eventName }) {
    if (["create", "discussion", "issues", "schedule"].includes(eventName))
        return true;
    return defaultBranch !== "" && ref === `refs/heads/${defaultBranch}`;
}


/***/ }),

/***/ 2783:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ branchOf),
/* harmony export */   c: () => (/* binding */ tagOf)
/* harmony export */ });
/** Empty for a ref that is no branch. */
const branchOf = (ref) => after("refs/heads/", ref);
/** Empty for a ref that is no tag. */
const tagOf = (ref) => after("refs/tags/", ref);
const after = (start, ref) => (ref.startsWith(start) ? ref.slice(start.length) : "");


/***/ }),

/***/ 5126:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ tagFlavor),
/* harmony export */   K: () => (/* binding */ parseFlavorLine)
/* harmony export */ });
/* harmony import */ var _expressions_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7814);

const none = { text: "", onLatest: false };
function parseFlavorLine(line) {
    const fields = line.split(",").map((field) => field.trim());
    const [, key = "", value = ""] = /^(\w+)=(.*)$/.exec(fields[0] ?? "") ?? [];
    if (key === "latest" && fields.length === 1)
        return { latest: latestValue(value) };
    if (key !== "prefix" && key !== "suffix")
        throw new Error("expected latest=, prefix= or suffix=. Write for instance `suffix=-alpine,onlatest=true`.");
    (0,_expressions_js__WEBPACK_IMPORTED_MODULE_0__/* .checkExpressions */ .M)(value);
    return { [key]: { text: value, onLatest: onLatest(fields.slice(1)) } };
}
function latestValue(value) {
    if (value === "auto" || value === "true" || value === "false")
        return value;
    throw new Error(`"${value}" is no choice for latest. Write latest=auto, latest=true or latest=false.`);
}
function onLatest(fields) {
    if (fields.length === 0)
        return false;
    const [, value] = /^onlatest=(true|false)$/.exec(fields.join(",")) ?? [];
    if (value === undefined)
        throw new Error(`"${fields.join(",")}" is not known there. Write \`onlatest=true\` or leave it out.`);
    return value === "true";
}
/** All lines together; of two for the same the later one counts. */
function tagFlavor(lines) {
    return { latest: "auto", prefix: none, suffix: none, ...Object.assign({}, ...lines) };
}


/***/ }),

/***/ 8936:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  h: () => (/* binding */ parseTagRules),
  b: () => (/* binding */ tagPattern)
});

;// CONCATENATED MODULE: ./node_modules/csv-parse/lib/api/CsvError.js
class CsvError extends Error {
  constructor(code, message, options, ...contexts) {
    if (Array.isArray(message)) message = message.join(" ").trim();
    super(message);
    if (Error.captureStackTrace !== undefined) {
      Error.captureStackTrace(this, CsvError);
    }
    this.code = code;
    for (const context of contexts) {
      for (const key in context) {
        const value = context[key];
        this[key] = Buffer.isBuffer(value)
          ? value.toString(options.encoding)
          : value == null
            ? value
            : JSON.parse(JSON.stringify(value));
      }
    }
  }
}



;// CONCATENATED MODULE: ./node_modules/csv-parse/lib/utils/is_object.js
const is_object = function (obj) {
  return typeof obj === "object" && obj !== null && !Array.isArray(obj);
};



;// CONCATENATED MODULE: ./node_modules/csv-parse/lib/api/normalize_columns_array.js



const normalize_columns_array = function (columns) {
  const normalizedColumns = [];
  for (let i = 0, l = columns.length; i < l; i++) {
    const column = columns[i];
    if (column === undefined || column === null || column === false) {
      normalizedColumns[i] = { disabled: true };
    } else if (typeof column === "string" || typeof column === "number") {
      normalizedColumns[i] = { name: `${column}` };
    } else if (is_object(column)) {
      if (typeof column.name !== "string") {
        throw new CsvError("CSV_OPTION_COLUMNS_MISSING_NAME", [
          "Option columns missing name:",
          `property "name" is required at position ${i}`,
          "when column is an object literal",
        ]);
      }
      normalizedColumns[i] = column;
    } else {
      throw new CsvError("CSV_INVALID_COLUMN_DEFINITION", [
        "Invalid column definition:",
        "expect a string or a literal object,",
        `got ${JSON.stringify(column)} at position ${i}`,
      ]);
    }
  }
  return normalizedColumns;
};



;// CONCATENATED MODULE: ./node_modules/csv-parse/lib/utils/ResizeableBuffer.js
class ResizeableBuffer {
  constructor(size = 100) {
    this.size = size;
    this.length = 0;
    this.buf = Buffer.allocUnsafe(size);
  }
  prepend(val) {
    if (Buffer.isBuffer(val)) {
      const length = this.length + val.length;
      if (length >= this.size) {
        this.resize();
        if (length >= this.size) {
          throw Error("INVALID_BUFFER_STATE");
        }
      }
      const buf = this.buf;
      this.buf = Buffer.allocUnsafe(this.size);
      val.copy(this.buf, 0);
      buf.copy(this.buf, val.length);
      this.length += val.length;
    } else {
      const length = this.length++;
      if (length === this.size) {
        this.resize();
      }
      const buf = this.clone();
      this.buf[0] = val;
      buf.copy(this.buf, 1, 0, length);
    }
  }
  append(val) {
    const length = this.length++;
    if (length === this.size) {
      this.resize();
    }
    this.buf[length] = val;
  }
  clone() {
    return Buffer.from(this.buf.slice(0, this.length));
  }
  resize() {
    const length = this.length;
    this.size = this.size * 2;
    const buf = Buffer.allocUnsafe(this.size);
    this.buf.copy(buf, 0, 0, length);
    this.buf = buf;
  }
  toString(encoding) {
    if (encoding) {
      return this.buf.toString(encoding, 0, this.length);
    } else {
      return Uint8Array.prototype.slice.call(this.buf.slice(0, this.length));
    }
  }
  toJSON() {
    return this.toString("utf8");
  }
  reset() {
    this.length = 0;
  }
}

/* harmony default export */ const utils_ResizeableBuffer = (ResizeableBuffer);

;// CONCATENATED MODULE: ./node_modules/csv-parse/lib/api/init_state.js


const init_state = function (options) {
  // ECMAScript WhiteSpace + LineTerminator codepoints, encoded under
  // `options.encoding`. Aligns trimming with `String.prototype.trim()`.
  // https://tc39.es/ecma262/#sec-white-space
  // https://tc39.es/ecma262/#sec-line-terminators
  //
  // Codepoints unrepresentable in the target encoding are dropped: Node's
  // Buffer substitutes them with `?` (0x3F), and including those would cause
  // literal `?` bytes in the input to be trimmed under `latin1`/`ascii`.
  const timchars = [
    // Basic Latin
    0x0020, // [Space](https://www.fileformat.info/info/unicode/char/0020/index.htm)
    0x0009, // [CHARACTER TABULATION (HT)](https://www.fileformat.info/info/unicode/char/0009/index.htm)
    0x000a, // [LINE FEED (LF)](https://www.fileformat.info/info/unicode/char/000a/index.htm)
    0x000d, // [CARRIAGE RETURN (CR)](https://www.fileformat.info/info/unicode/char/000d/index.htm)
    0x000c, // [FORM FEED (FF)](https://www.fileformat.info/info/unicode/char/000c/index.htm)
    0x000b, // [LINE TABULATION (VT)](https://www.fileformat.info/info/unicode/char/000b/index.htm)
    // Latin-1 Supplement
    0x00a0, // [NO-BREAK SPACE (NBSP)](https://www.fileformat.info/info/unicode/char/00a0/index.htm)
    // Ogham
    0x1680, // [OGHAM SPACE MARK](https://www.fileformat.info/info/unicode/char/1680/index.htm)
    // General Punctuation
    0x2000, // [EN QUAD](https://www.fileformat.info/info/unicode/char/2000/index.htm)
    0x2001, // [EM QUAD](https://www.fileformat.info/info/unicode/char/2001/index.htm)
    0x2002, // [EN SPACE](https://www.fileformat.info/info/unicode/char/2002/index.htm)
    0x2003, // [EM SPACE](https://www.fileformat.info/info/unicode/char/2003/index.htm)
    0x2004, // [THREE-PER-EM SPACE](https://www.fileformat.info/info/unicode/char/2004/index.htm)
    0x2005, // [FOUR-PER-EM SPACE](https://www.fileformat.info/info/unicode/char/2005/index.htm)
    0x2006, // [SIX-PER-EM SPACE](https://www.fileformat.info/info/unicode/char/2006/index.htm)
    0x2007, // [FIGURE SPACE](https://www.fileformat.info/info/unicode/char/2007/index.htm)
    0x2008, // [PUNCTUATION SPACE](https://www.fileformat.info/info/unicode/char/2008/index.htm)
    0x2009, // [THIN SPACE](https://www.fileformat.info/info/unicode/char/2009/index.htm)
    0x200a, // [HAIR SPACE](https://www.fileformat.info/info/unicode/char/200a/index.htm)
    0x2028, // [LINE SEPARATOR](https://www.fileformat.info/info/unicode/char/2028/index.htm)
    0x2029, // [PARAGRAPH SEPARATOR](https://www.fileformat.info/info/unicode/char/2029/index.htm)
    0x202f, // [NARROW NO-BREAK SPACE (NNBSP)](https://www.fileformat.info/info/unicode/char/202f/index.htm)
    0x205f, // [MEDIUM MATHEMATICAL SPACE (MMSP)](https://www.fileformat.info/info/unicode/char/205f/index.htm)
    0x3000, // [IDEOGRAPHIC SPACE](https://www.fileformat.info/info/unicode/char/3000/index.htm)
    0xfeff, // [ZERO WIDTH NO-BREAK SPACE (BOM)](https://www.fileformat.info/info/unicode/char/feff/index.htm)
  ].reduce((acc, codepoint) => {
    const encoded = Buffer.from(
      String.fromCharCode(codepoint),
      options.encoding,
    );
    if (codepoint !== 0x3f && encoded.length === 1 && encoded[0] === 0x3f) {
      return acc;
    }
    acc.push(encoded);
    return acc;
  }, []);
  // First-byte lookup table for `__isCharTrimable`. Non-whitespace bytes
  // (the common case) bail out in O(1) without scanning every timchar.
  const timcharFirstBytes = new Uint8Array(256);
  for (const t of timchars) timcharFirstBytes[t[0]] = 1;
  return {
    bomSkipped: false,
    bufBytesStart: 0,
    castField: options.cast_function,
    commenting: false,
    delimiterBufPrevious: undefined,
    delimiterDiscovered: false,
    // Current error encountered by a record
    error: undefined,
    enabled: options.from_line === 1,
    escaping: false,
    escapeIsQuote:
      Buffer.isBuffer(options.escape) &&
      Buffer.isBuffer(options.quote) &&
      Buffer.compare(options.escape, options.quote) === 0,
    // columns can be `false`, `true`, `Array`
    expectedRecordLength: Array.isArray(options.columns)
      ? options.columns.length
      : undefined,
    field: new utils_ResizeableBuffer(20),
    firstLineToHeaders: options.cast_first_line_to_header,
    needMoreDataSize: Math.max(
      // Skip if the remaining buffer smaller than comment
      options.comment !== null ? options.comment.length : 0,
      // Skip if the remaining buffer can be delimiter
      ...(options.delimiter
        ? options.delimiter.map((delimiter) => delimiter.length)
        : []),
      // Auto discovery of delimiter is limited to 1 character
      options.delimiter_auto ? 1 : 0,
      // Skip if the remaining buffer can be escape sequence
      options.quote !== null ? options.quote.length : 0,
      // Skip if the remaining buffer can be a multi-byte trim character
      ...timchars.map((t) => t.length),
    ),
    previousBuf: undefined,
    quoting: false,
    stop: false,
    rawBuffer: new utils_ResizeableBuffer(100),
    record: [],
    recordHasError: false,
    record_length: 0,
    recordDelimiterMaxLength:
      options.record_delimiter.length === 0
        ? 0
        : Math.max(...options.record_delimiter.map((v) => v.length)),
    trimChars: [
      Buffer.from(" ", options.encoding)[0],
      Buffer.from("\t", options.encoding)[0],
    ],
    wasQuoting: false,
    wasRowDelimiter: false,
    timchars: timchars,
    timcharFirstBytes: timcharFirstBytes,
  };
};



;// CONCATENATED MODULE: ./node_modules/csv-parse/lib/utils/underscore.js
const underscore = function (str) {
  return str.replace(/([A-Z])/g, function (_, match) {
    return "_" + match.toLowerCase();
  });
};



;// CONCATENATED MODULE: ./node_modules/csv-parse/lib/api/normalize_options.js





const normalize_options = function (opts) {
  const options = {};
  // Merge with user options
  for (const opt in opts) {
    options[underscore(opt)] = opts[opt];
  }
  // Normalize option `encoding`
  // Note: defined first because other options depends on it
  // to convert chars/strings into buffers.
  if (options.encoding === undefined || options.encoding === true) {
    options.encoding = "utf8";
  } else if (options.encoding === null || options.encoding === false) {
    options.encoding = null;
  } else if (
    typeof options.encoding !== "string" &&
    options.encoding !== null
  ) {
    throw new CsvError(
      "CSV_INVALID_OPTION_ENCODING",
      [
        "Invalid option encoding:",
        "encoding must be a string or null to return a buffer,",
        `got ${JSON.stringify(options.encoding)}`,
      ],
      options,
    );
  }
  // Normalize option `bom`
  if (
    options.bom === undefined ||
    options.bom === null ||
    options.bom === false
  ) {
    options.bom = false;
  } else if (options.bom !== true) {
    throw new CsvError(
      "CSV_INVALID_OPTION_BOM",
      [
        "Invalid option bom:",
        "bom must be true,",
        `got ${JSON.stringify(options.bom)}`,
      ],
      options,
    );
  }
  // Normalize option `cast`
  options.cast_function = null;
  if (
    options.cast === undefined ||
    options.cast === null ||
    options.cast === false ||
    options.cast === ""
  ) {
    options.cast = undefined;
  } else if (typeof options.cast === "function") {
    options.cast_function = options.cast;
    options.cast = true;
  } else if (options.cast !== true) {
    throw new CsvError(
      "CSV_INVALID_OPTION_CAST",
      [
        "Invalid option cast:",
        "cast must be true or a function,",
        `got ${JSON.stringify(options.cast)}`,
      ],
      options,
    );
  }
  // Normalize option `cast_date`
  if (
    options.cast_date === undefined ||
    options.cast_date === null ||
    options.cast_date === false ||
    options.cast_date === ""
  ) {
    options.cast_date = false;
  } else if (options.cast_date === true) {
    options.cast_date = function (value) {
      const date = Date.parse(value);
      return !isNaN(date) ? new Date(date) : value;
    };
  } else if (typeof options.cast_date !== "function") {
    throw new CsvError(
      "CSV_INVALID_OPTION_CAST_DATE",
      [
        "Invalid option cast_date:",
        "cast_date must be true or a function,",
        `got ${JSON.stringify(options.cast_date)}`,
      ],
      options,
    );
  }
  // Normalize option `columns`
  options.cast_first_line_to_header = undefined;
  if (options.columns === true) {
    // Fields in the first line are converted as-is to columns
    options.cast_first_line_to_header = undefined;
  } else if (typeof options.columns === "function") {
    options.cast_first_line_to_header = options.columns;
    options.columns = true;
  } else if (Array.isArray(options.columns)) {
    options.columns = normalize_columns_array(options.columns);
  } else if (
    options.columns === undefined ||
    options.columns === null ||
    options.columns === false
  ) {
    options.columns = false;
  } else {
    throw new CsvError(
      "CSV_INVALID_OPTION_COLUMNS",
      [
        "Invalid option columns:",
        "expect an array, a function or true,",
        `got ${JSON.stringify(options.columns)}`,
      ],
      options,
    );
  }
  // Normalize option `group_columns_by_name`
  if (
    options.group_columns_by_name === undefined ||
    options.group_columns_by_name === null ||
    options.group_columns_by_name === false
  ) {
    options.group_columns_by_name = false;
  } else if (options.group_columns_by_name !== true) {
    throw new CsvError(
      "CSV_INVALID_OPTION_GROUP_COLUMNS_BY_NAME",
      [
        "Invalid option group_columns_by_name:",
        "expect an boolean,",
        `got ${JSON.stringify(options.group_columns_by_name)}`,
      ],
      options,
    );
  } else if (options.columns === false) {
    throw new CsvError(
      "CSV_INVALID_OPTION_GROUP_COLUMNS_BY_NAME",
      [
        "Invalid option group_columns_by_name:",
        "the `columns` mode must be activated.",
      ],
      options,
    );
  }
  // Normalize option `comment`
  if (
    options.comment === undefined ||
    options.comment === null ||
    options.comment === false ||
    options.comment === ""
  ) {
    options.comment = null;
  } else {
    if (typeof options.comment === "string") {
      options.comment = Buffer.from(options.comment, options.encoding);
    }
    if (!Buffer.isBuffer(options.comment)) {
      throw new CsvError(
        "CSV_INVALID_OPTION_COMMENT",
        [
          "Invalid option comment:",
          "comment must be a buffer or a string,",
          `got ${JSON.stringify(options.comment)}`,
        ],
        options,
      );
    }
  }
  // Normalize option `comment_no_infix`
  if (
    options.comment_no_infix === undefined ||
    options.comment_no_infix === null ||
    options.comment_no_infix === false
  ) {
    options.comment_no_infix = false;
  } else if (options.comment_no_infix !== true) {
    throw new CsvError(
      "CSV_INVALID_OPTION_COMMENT",
      [
        "Invalid option comment_no_infix:",
        "value must be a boolean,",
        `got ${JSON.stringify(options.comment_no_infix)}`,
      ],
      options,
    );
  }
  // Normalize option `delimiter_auto`
  if (
    options.delimiter_auto === undefined ||
    options.delimiter_auto === null ||
    options.delimiter_auto === false
  ) {
    options.delimiter_auto = false;
  } else if (options.delimiter_auto === true) {
    options.delimiter_auto = {};
  } else if (!is_object(options.delimiter_auto)) {
    throw new CsvError(
      "CSV_INVALID_OPTION_DELIMITER_AUTO",
      [
        "Invalid option delimiter_auto:",
        "delimiter_auto must be a boolean or a configuration object,",
        `got ${JSON.stringify(options.delimiter_auto)}`,
      ],
      options,
    );
  }
  if (options.delimiter_auto) {
    if (options.delimiter_auto.preferred === undefined)
      options.delimiter_auto.preferred = {
        [",".charCodeAt(0)]: 1.8,
        ["\t".charCodeAt(0)]: 1.8,
        [";".charCodeAt(0)]: 1.6,
        [" ".charCodeAt(0)]: 1.6,
        [":".charCodeAt(0)]: 1.5,
        [".".charCodeAt(0)]: 1.4,
        ["/".charCodeAt(0)]: 1.4,
      };
    else if (!is_object(options.delimiter_auto.preferred)) {
      throw new CsvError(
        "CSV_INVALID_OPTION_DELIMITER_AUTO",
        [
          "Invalid option delimiter_auto:",
          "preferred must be an object,",
          `got ${JSON.stringify(options.delimiter_auto.preferred)}`,
        ],
        options,
      );
    }
    if (options.delimiter_auto.score === undefined)
      options.delimiter_auto.score = (info, options) => {
        return (
          (info.total - info.std) * (options.preferred[info.char_code] || 1)
        );
      };
    else if (typeof options.delimiter_auto.score !== "function") {
      throw new CsvError(
        "CSV_INVALID_OPTION_DELIMITER_AUTO",
        [
          "Invalid option delimiter_auto:",
          "score must be a function,",
          `got ${JSON.stringify(options.delimiter_auto.score)}`,
        ],
        options,
      );
    }
    if (options.delimiter_auto.size === undefined)
      options.delimiter_auto.size = 2048;
    else if (typeof options.delimiter_auto.size !== "number") {
      throw new CsvError(
        "CSV_INVALID_OPTION_DELIMITER_AUTO",
        [
          "Invalid option delimiter_auto:",
          "size must be a number,",
          `got ${JSON.stringify(options.delimiter_auto.size)}`,
        ],
        options,
      );
    }
  }
  // Normalize option `delimiter`
  const delimiter_json = JSON.stringify(options.delimiter);
  if (options.delimiter_auto !== false) {
    options.delimiter = [];
  }
  if (!Array.isArray(options.delimiter)) {
    if (
      options.delimiter === undefined ||
      options.delimiter === null ||
      options.delimiter === false
    ) {
      options.delimiter = Buffer.from(",", options.encoding);
    }
    options.delimiter = [options.delimiter];
  }
  options.delimiter = options.delimiter.map(function (delimiter) {
    if (typeof delimiter === "string") {
      delimiter = Buffer.from(delimiter, options.encoding);
    }
    if (!Buffer.isBuffer(delimiter) || delimiter.length === 0) {
      throw new CsvError(
        "CSV_INVALID_OPTION_DELIMITER",
        [
          "Invalid option delimiter:",
          "delimiter must be a non empty string or buffer or array of string|buffer,",
          `got ${delimiter_json}`,
        ],
        options,
      );
    }
    return delimiter;
  });
  // Normalize option `escape`
  if (options.escape === undefined || options.escape === true) {
    options.escape = Buffer.from('"', options.encoding);
  } else if (typeof options.escape === "string") {
    options.escape = Buffer.from(options.escape, options.encoding);
  } else if (options.escape === null || options.escape === false) {
    options.escape = null;
  }
  if (options.escape !== null) {
    if (!Buffer.isBuffer(options.escape)) {
      throw new Error(
        `Invalid Option: escape must be a buffer, a string or a boolean, got ${JSON.stringify(options.escape)}`,
      );
    }
  }
  // Normalize option `from`
  if (options.from === undefined || options.from === null) {
    options.from = 1;
  } else {
    if (typeof options.from === "string" && /\d+/.test(options.from)) {
      options.from = parseInt(options.from);
    }
    if (Number.isInteger(options.from)) {
      if (options.from < 0) {
        throw new Error(
          `Invalid Option: from must be a positive integer, got ${JSON.stringify(opts.from)}`,
        );
      }
    } else {
      throw new Error(
        `Invalid Option: from must be an integer, got ${JSON.stringify(options.from)}`,
      );
    }
  }
  // Normalize option `from_line`
  if (options.from_line === undefined || options.from_line === null) {
    options.from_line = 1;
  } else {
    if (
      typeof options.from_line === "string" &&
      /\d+/.test(options.from_line)
    ) {
      options.from_line = parseInt(options.from_line);
    }
    if (Number.isInteger(options.from_line)) {
      if (options.from_line <= 0) {
        throw new Error(
          `Invalid Option: from_line must be a positive integer greater than 0, got ${JSON.stringify(opts.from_line)}`,
        );
      }
    } else {
      throw new Error(
        `Invalid Option: from_line must be an integer, got ${JSON.stringify(opts.from_line)}`,
      );
    }
  }
  // Normalize options `ignore_last_delimiters`
  if (
    options.ignore_last_delimiters === undefined ||
    options.ignore_last_delimiters === null
  ) {
    options.ignore_last_delimiters = false;
  } else if (typeof options.ignore_last_delimiters === "number") {
    options.ignore_last_delimiters = Math.floor(options.ignore_last_delimiters);
    if (options.ignore_last_delimiters === 0) {
      options.ignore_last_delimiters = false;
    }
  } else if (typeof options.ignore_last_delimiters !== "boolean") {
    throw new CsvError(
      "CSV_INVALID_OPTION_IGNORE_LAST_DELIMITERS",
      [
        "Invalid option `ignore_last_delimiters`:",
        "the value must be a boolean value or an integer,",
        `got ${JSON.stringify(options.ignore_last_delimiters)}`,
      ],
      options,
    );
  }
  if (options.ignore_last_delimiters === true && options.columns === false) {
    throw new CsvError(
      "CSV_IGNORE_LAST_DELIMITERS_REQUIRES_COLUMNS",
      [
        "The option `ignore_last_delimiters`",
        "requires the activation of the `columns` option",
      ],
      options,
    );
  }
  // Normalize option `info`
  if (
    options.info === undefined ||
    options.info === null ||
    options.info === false
  ) {
    options.info = false;
  } else if (options.info !== true) {
    throw new Error(
      `Invalid Option: info must be true, got ${JSON.stringify(options.info)}`,
    );
  }
  // Normalize option `max_record_size`
  if (
    options.max_record_size === undefined ||
    options.max_record_size === null ||
    options.max_record_size === false
  ) {
    options.max_record_size = 0;
  } else if (
    Number.isInteger(options.max_record_size) &&
    options.max_record_size >= 0
  ) {
    // Great, nothing to do
  } else if (
    typeof options.max_record_size === "string" &&
    /\d+/.test(options.max_record_size)
  ) {
    options.max_record_size = parseInt(options.max_record_size);
  } else {
    throw new Error(
      `Invalid Option: max_record_size must be a positive integer, got ${JSON.stringify(options.max_record_size)}`,
    );
  }
  // Normalize option `objname`
  if (
    options.objname === undefined ||
    options.objname === null ||
    options.objname === false
  ) {
    options.objname = undefined;
  } else if (Buffer.isBuffer(options.objname)) {
    if (options.objname.length === 0) {
      throw new Error(`Invalid Option: objname must be a non empty buffer`);
    }
    if (options.encoding === null) {
      // Don't call `toString`, leave objname as a buffer
    } else {
      options.objname = options.objname.toString(options.encoding);
    }
  } else if (typeof options.objname === "string") {
    if (options.objname.length === 0) {
      throw new Error(`Invalid Option: objname must be a non empty string`);
    }
    // Great, nothing to do
  } else if (typeof options.objname === "number") {
    // if(options.objname.length === 0){
    //   throw new Error(`Invalid Option: objname must be a non empty string`);
    // }
    // Great, nothing to do
  } else {
    throw new Error(
      `Invalid Option: objname must be a string or a buffer, got ${options.objname}`,
    );
  }
  if (options.objname !== undefined) {
    if (typeof options.objname === "number") {
      if (options.columns !== false) {
        throw Error(
          "Invalid Option: objname index cannot be combined with columns or be defined as a field",
        );
      }
    } else {
      // A string or a buffer
      if (options.columns === false) {
        throw Error(
          "Invalid Option: objname field must be combined with columns or be defined as an index",
        );
      }
    }
  }
  // Normalize option `on_record`
  if (options.on_record === undefined || options.on_record === null) {
    options.on_record = undefined;
  } else if (typeof options.on_record !== "function") {
    throw new CsvError(
      "CSV_INVALID_OPTION_ON_RECORD",
      [
        "Invalid option `on_record`:",
        "expect a function,",
        `got ${JSON.stringify(options.on_record)}`,
      ],
      options,
    );
  }
  // Normalize option `on_skip`
  // options.on_skip ??= (err, chunk) => {
  //   this.emit('skip', err, chunk);
  // };
  if (
    options.on_skip !== undefined &&
    options.on_skip !== null &&
    typeof options.on_skip !== "function"
  ) {
    throw new Error(
      `Invalid Option: on_skip must be a function, got ${JSON.stringify(options.on_skip)}`,
    );
  }
  // Normalize option `quote`
  if (
    options.quote === null ||
    options.quote === false ||
    options.quote === ""
  ) {
    options.quote = null;
  } else {
    if (options.quote === undefined || options.quote === true) {
      options.quote = Buffer.from('"', options.encoding);
    } else if (typeof options.quote === "string") {
      options.quote = Buffer.from(options.quote, options.encoding);
    }
    if (!Buffer.isBuffer(options.quote)) {
      throw new Error(
        `Invalid Option: quote must be a buffer or a string, got ${JSON.stringify(options.quote)}`,
      );
    }
  }
  // Normalize option `raw`
  if (
    options.raw === undefined ||
    options.raw === null ||
    options.raw === false
  ) {
    options.raw = false;
  } else if (options.raw !== true) {
    throw new Error(
      `Invalid Option: raw must be true, got ${JSON.stringify(options.raw)}`,
    );
  }
  // Normalize option `record_delimiter`
  if (options.record_delimiter === undefined) {
    options.record_delimiter = [];
  } else if (
    typeof options.record_delimiter === "string" ||
    Buffer.isBuffer(options.record_delimiter)
  ) {
    if (options.record_delimiter.length === 0) {
      throw new CsvError(
        "CSV_INVALID_OPTION_RECORD_DELIMITER",
        [
          "Invalid option `record_delimiter`:",
          "value must be a non empty string or buffer,",
          `got ${JSON.stringify(options.record_delimiter)}`,
        ],
        options,
      );
    }
    options.record_delimiter = [options.record_delimiter];
  } else if (!Array.isArray(options.record_delimiter)) {
    throw new CsvError(
      "CSV_INVALID_OPTION_RECORD_DELIMITER",
      [
        "Invalid option `record_delimiter`:",
        "value must be a string, a buffer or array of string|buffer,",
        `got ${JSON.stringify(options.record_delimiter)}`,
      ],
      options,
    );
  }
  options.record_delimiter = options.record_delimiter.map(function (rd, i) {
    if (typeof rd !== "string" && !Buffer.isBuffer(rd)) {
      throw new CsvError(
        "CSV_INVALID_OPTION_RECORD_DELIMITER",
        [
          "Invalid option `record_delimiter`:",
          "value must be a string, a buffer or array of string|buffer",
          `at index ${i},`,
          `got ${JSON.stringify(rd)}`,
        ],
        options,
      );
    } else if (rd.length === 0) {
      throw new CsvError(
        "CSV_INVALID_OPTION_RECORD_DELIMITER",
        [
          "Invalid option `record_delimiter`:",
          "value must be a non empty string or buffer",
          `at index ${i},`,
          `got ${JSON.stringify(rd)}`,
        ],
        options,
      );
    }
    if (typeof rd === "string") {
      rd = Buffer.from(rd, options.encoding);
    }
    return rd;
  });
  // Normalize option `relax_column_count`
  if (typeof options.relax_column_count === "boolean") {
    // Great, nothing to do
  } else if (
    options.relax_column_count === undefined ||
    options.relax_column_count === null
  ) {
    options.relax_column_count = false;
  } else {
    throw new Error(
      `Invalid Option: relax_column_count must be a boolean, got ${JSON.stringify(options.relax_column_count)}`,
    );
  }
  if (typeof options.relax_column_count_less === "boolean") {
    // Great, nothing to do
  } else if (
    options.relax_column_count_less === undefined ||
    options.relax_column_count_less === null
  ) {
    options.relax_column_count_less = false;
  } else {
    throw new Error(
      `Invalid Option: relax_column_count_less must be a boolean, got ${JSON.stringify(options.relax_column_count_less)}`,
    );
  }
  if (typeof options.relax_column_count_more === "boolean") {
    // Great, nothing to do
  } else if (
    options.relax_column_count_more === undefined ||
    options.relax_column_count_more === null
  ) {
    options.relax_column_count_more = false;
  } else {
    throw new Error(
      `Invalid Option: relax_column_count_more must be a boolean, got ${JSON.stringify(options.relax_column_count_more)}`,
    );
  }
  // Normalize option `relax_quotes`
  if (typeof options.relax_quotes === "boolean") {
    // Great, nothing to do
  } else if (
    options.relax_quotes === undefined ||
    options.relax_quotes === null
  ) {
    options.relax_quotes = false;
  } else {
    throw new Error(
      `Invalid Option: relax_quotes must be a boolean, got ${JSON.stringify(options.relax_quotes)}`,
    );
  }
  // Normalize option `skip_empty_lines`
  if (typeof options.skip_empty_lines === "boolean") {
    // Great, nothing to do
  } else if (
    options.skip_empty_lines === undefined ||
    options.skip_empty_lines === null
  ) {
    options.skip_empty_lines = false;
  } else {
    throw new Error(
      `Invalid Option: skip_empty_lines must be a boolean, got ${JSON.stringify(options.skip_empty_lines)}`,
    );
  }
  // Normalize option `skip_records_with_empty_values`
  if (typeof options.skip_records_with_empty_values === "boolean") {
    // Great, nothing to do
  } else if (
    options.skip_records_with_empty_values === undefined ||
    options.skip_records_with_empty_values === null
  ) {
    options.skip_records_with_empty_values = false;
  } else {
    throw new Error(
      `Invalid Option: skip_records_with_empty_values must be a boolean, got ${JSON.stringify(options.skip_records_with_empty_values)}`,
    );
  }
  // Normalize option `skip_records_with_error`
  if (typeof options.skip_records_with_error === "boolean") {
    // Great, nothing to do
  } else if (
    options.skip_records_with_error === undefined ||
    options.skip_records_with_error === null
  ) {
    options.skip_records_with_error = false;
  } else {
    throw new Error(
      `Invalid Option: skip_records_with_error must be a boolean, got ${JSON.stringify(options.skip_records_with_error)}`,
    );
  }
  // Normalize option `rtrim`
  if (
    options.rtrim === undefined ||
    options.rtrim === null ||
    options.rtrim === false
  ) {
    options.rtrim = false;
  } else if (options.rtrim !== true) {
    throw new Error(
      `Invalid Option: rtrim must be a boolean, got ${JSON.stringify(options.rtrim)}`,
    );
  }
  // Normalize option `ltrim`
  if (
    options.ltrim === undefined ||
    options.ltrim === null ||
    options.ltrim === false
  ) {
    options.ltrim = false;
  } else if (options.ltrim !== true) {
    throw new Error(
      `Invalid Option: ltrim must be a boolean, got ${JSON.stringify(options.ltrim)}`,
    );
  }
  // Normalize option `trim`
  if (
    options.trim === undefined ||
    options.trim === null ||
    options.trim === false
  ) {
    options.trim = false;
  } else if (options.trim !== true) {
    throw new Error(
      `Invalid Option: trim must be a boolean, got ${JSON.stringify(options.trim)}`,
    );
  }
  // Normalize options `trim`, `ltrim` and `rtrim`
  if (options.trim === true && opts.ltrim !== false) {
    options.ltrim = true;
  } else if (options.ltrim !== true) {
    options.ltrim = false;
  }
  if (options.trim === true && opts.rtrim !== false) {
    options.rtrim = true;
  } else if (options.rtrim !== true) {
    options.rtrim = false;
  }
  // Normalize option `to`
  if (options.to === undefined || options.to === null) {
    options.to = -1;
  } else if (options.to !== -1) {
    if (typeof options.to === "string" && /\d+/.test(options.to)) {
      options.to = parseInt(options.to);
    }
    if (Number.isInteger(options.to)) {
      if (options.to <= 0) {
        throw new Error(
          `Invalid Option: to must be a positive integer greater than 0, got ${JSON.stringify(opts.to)}`,
        );
      }
    } else {
      throw new Error(
        `Invalid Option: to must be an integer, got ${JSON.stringify(opts.to)}`,
      );
    }
  }
  // Normalize option `to_line`
  if (options.to_line === undefined || options.to_line === null) {
    options.to_line = -1;
  } else if (options.to_line !== -1) {
    if (typeof options.to_line === "string" && /\d+/.test(options.to_line)) {
      options.to_line = parseInt(options.to_line);
    }
    if (Number.isInteger(options.to_line)) {
      if (options.to_line <= 0) {
        throw new Error(
          `Invalid Option: to_line must be a positive integer greater than 0, got ${JSON.stringify(opts.to_line)}`,
        );
      }
    } else {
      throw new Error(
        `Invalid Option: to_line must be an integer, got ${JSON.stringify(opts.to_line)}`,
      );
    }
  }
  return options;
};



;// CONCATENATED MODULE: ./node_modules/csv-parse/lib/utils/delimiter_discover.js



// Discussed in [issue #400](https://github.com/adaltas/node-csv/issues/400)
// See https://github.com/python/cpython/blob/ea1b1c579f600cc85d145c60862b2e6b98701b24/Lib/csv.py#L349
const delimiter_discover = function (records, options) {
  // Normalize the configuration
  if (!options) {
    ({ delimiter_auto: options } = normalize_options({ delimiter_auto: true }));
  }
  // Convert String to Buffer
  if (typeof records === "string") {
    records = Buffer.from(records);
  }
  // Convert Buffer to an array of records
  if (Buffer.isBuffer(records)) {
    records = ((data) => {
      const records = [];
      const parser = transform({ delimiter: [] });
      const push = (record) => records.push(record);
      const close = () => {};
      const error = parser.parse(data, true, push, close);
      if (error !== undefined) throw error;
      return records;
    })(records);
  }
  // Info array initialization, 127 entries, one per char code
  const info = Array(127)
    .fill()
    .map(() => ({ lines: [] }));
  // Traverse each records, count occurences per char code
  records.map(([record], line) => {
    for (let i = 0, l = record.length; i < l; i++) {
      // Count the character frequency
      const code = record.charCodeAt(i);
      if (info[code].lines[line] === undefined) info[code].lines[line] = 0;
      info[code].lines[line]++;
    }
  });
  // Traverse each char code, compute the score
  info.map((info, i) => {
    info.char_code = i;
    info.std = std(info.lines);
    info.total = info.lines.reduce((acc, val) => acc + val, 0);
    info.preferred = !!options.preferred[i];
    info.score = options.score(info, options);
  });
  // Extract the dominant character
  const result = info.reduce(
    (acc, info) => (acc.score > info.score ? acc : info),
    {},
  );
  return String.fromCharCode(result.char_code);
};

const std = function (array) {
  const n = array.length;
  if (n === 0) return 0;
  const mean = array.reduce((a, b) => a + b) / n;
  return Math.sqrt(
    array.map((x) => Math.pow(x - mean, 2)).reduce((a, b) => a + b) / n,
  );
};



;// CONCATENATED MODULE: ./node_modules/csv-parse/lib/api/index.js






const isRecordEmpty = function (record) {
  return record.every(
    (field) =>
      field == null || (field.toString && field.toString().trim() === ""),
  );
};

const cr = 13; // `\r`, carriage return, 0x0D in hexadécimal, 13 in decimal
const nl = 10; // `\n`, newline, 0x0A in hexadecimal, 10 in decimal

const boms = {
  // Note, the following are equals:
  // Buffer.from("\ufeff")
  // Buffer.from([239, 187, 191])
  // Buffer.from('EFBBBF', 'hex')
  utf8: Buffer.from([239, 187, 191]),
  // Note, the following are equals:
  // Buffer.from "\ufeff", 'utf16le
  // Buffer.from([255, 254])
  utf16le: Buffer.from([255, 254]),
};

const transform = function (original_options = {}) {
  const info = {
    bytes: 0,
    bytes_records: 0,
    comment_lines: 0,
    empty_lines: 0,
    invalid_field_length: 0,
    lines: 1,
    records: 0,
  };
  const options = normalize_options(original_options);
  return {
    info: info,
    original_options: original_options,
    options: options,
    state: init_state(options),
    __needMoreData: function (i, bufLen, end) {
      if (end) return false;
      const { encoding, escape, quote } = this.options;
      const { quoting, needMoreDataSize, recordDelimiterMaxLength } =
        this.state;
      const numOfCharLeft = bufLen - i - 1;
      const requiredLength = Math.max(
        needMoreDataSize,
        // Skip if the remaining buffer smaller than record delimiter
        // If "record_delimiter" is yet to be discovered:
        // 1. It is equals to `[]` and "recordDelimiterMaxLength" equals `0`
        // 2. We set the length to windows line ending in the current encoding
        // Note, that encoding is known from user or bom discovery at that point
        // recordDelimiterMaxLength,
        recordDelimiterMaxLength === 0
          ? Buffer.from("\r\n", encoding).length
          : recordDelimiterMaxLength,
        // Skip if remaining buffer can be an escaped quote
        quoting ? (escape === null ? 0 : escape.length) + quote.length : 0,
        // Skip if remaining buffer can be record delimiter following the closing quote
        quoting ? quote.length + recordDelimiterMaxLength : 0,
      );
      return numOfCharLeft < requiredLength;
    },
    // Central parser implementation
    parse: function (nextBuf, end, push, close) {
      const {
        bom,
        comment_no_infix,
        delimiter_auto,
        encoding,
        from_line,
        ltrim,
        max_record_size,
        raw,
        relax_quotes,
        rtrim,
        skip_empty_lines,
        to,
        to_line,
      } = this.options;
      let { comment, escape, quote, record_delimiter } = this.options;
      const {
        bomSkipped,
        delimiterDiscovered,
        delimiterBufPrevious,
        rawBuffer,
        escapeIsQuote,
      } = this.state;
      // Automatic delimiter discovery
      if (!delimiterDiscovered && delimiter_auto) {
        let delimiterBuf;
        if (delimiterBufPrevious === undefined) {
          delimiterBuf = nextBuf;
        } else if (
          delimiterBufPrevious !== undefined &&
          nextBuf === undefined
        ) {
          delimiterBuf = delimiterBufPrevious;
        } else {
          delimiterBuf = Buffer.concat([delimiterBufPrevious, nextBuf]);
        }
        // Ensure that nextBuf is not concatenated a second time during buffer reconciliation
        nextBuf = undefined;
        // this.delimiterBufPrevious = delimiterBuf;
        if (end || delimiterBuf.length > delimiter_auto.size) {
          this.options.delimiter = [
            Buffer.from(
              delimiter_discover(delimiterBuf, this.options.delimiter_auto),
            ),
          ];
          this.state.previousBuf = delimiterBuf;
          this.state.delimiterBufPrevious = undefined;
          this.state.delimiterDiscovered = true;
        } else {
          this.state.delimiterBufPrevious = delimiterBuf;
          return;
        }
      }
      // Previous buffers reconciliation
      const { previousBuf } = this.state;
      let buf;
      if (previousBuf === undefined) {
        if (nextBuf === undefined) {
          // Handle empty string
          close();
          return;
        } else {
          buf = nextBuf;
        }
      } else if (previousBuf !== undefined && nextBuf === undefined) {
        buf = previousBuf;
      } else {
        buf = Buffer.concat([previousBuf, nextBuf]);
      }
      // Handle UTF BOM
      if (bomSkipped === false) {
        if (bom === false) {
          this.state.bomSkipped = true;
        } else if (buf.length < 3) {
          // No enough data
          if (end === false) {
            // Wait for more data
            this.state.previousBuf = buf;
            return;
          }
        } else {
          for (const encoding in boms) {
            if (boms[encoding].compare(buf, 0, boms[encoding].length) === 0) {
              // Skip BOM
              const bomLength = boms[encoding].length;
              this.state.bufBytesStart += bomLength;
              buf = buf.slice(bomLength);
              // Renormalize original options with the new encoding
              const options = normalize_options({
                ...this.original_options,
                encoding: encoding,
              });
              // Properties are merged with the existing options instance
              for (const key in options) {
                this.options[key] = options[key];
              }
              // Options will re-evaluate the Buffer with the new encoding
              ({ comment, escape, quote } = this.options);
              break;
            }
          }
          this.state.bomSkipped = true;
        }
      }
      const bufLen = buf.length;
      let pos;
      for (pos = 0; pos < bufLen; pos++) {
        // Ensure we get enough space to look ahead
        // There should be a way to move this out of the loop
        if (this.__needMoreData(pos, bufLen, end)) {
          break;
        }
        if (this.state.wasRowDelimiter === true) {
          this.info.lines++;
          this.state.wasRowDelimiter = false;
        }
        if (to_line !== -1 && this.info.lines > to_line) {
          this.state.stop = true;
          close();
          return;
        }
        // Auto discovery of record_delimiter, unix, mac and windows supported
        if (this.state.quoting === false && record_delimiter.length === 0) {
          const record_delimiterCount = this.__autoDiscoverRecordDelimiter(
            buf,
            pos,
          );
          if (record_delimiterCount) {
            record_delimiter = this.options.record_delimiter;
          }
        }
        const chr = buf[pos];
        if (raw === true) {
          rawBuffer.append(chr);
        }
        if (
          (chr === cr || chr === nl) &&
          this.state.wasRowDelimiter === false
        ) {
          this.state.wasRowDelimiter = true;
        }
        // Previous char was a valid escape char
        // treat the current char as a regular char
        if (this.state.escaping === true) {
          this.state.escaping = false;
        } else {
          // Escape is only active inside quoted fields
          // We are quoting, the char is an escape chr and there is a chr to escape
          // if(escape !== null && this.state.quoting === true && chr === escape && pos + 1 < bufLen){
          if (
            escape !== null &&
            this.state.quoting === true &&
            this.__isEscape(buf, pos, chr) &&
            pos + escape.length < bufLen
          ) {
            if (escapeIsQuote) {
              if (this.__isQuote(buf, pos + escape.length)) {
                this.state.escaping = true;
                pos += escape.length - 1;
                continue;
              }
            } else {
              this.state.escaping = true;
              pos += escape.length - 1;
              continue;
            }
          }
          // Not currently escaping and chr is a quote
          // TODO: need to compare bytes instead of single char
          if (this.state.commenting === false && this.__isQuote(buf, pos)) {
            if (this.state.quoting === true) {
              const nextChr = buf[pos + quote.length];
              const isNextChrTrimable =
                rtrim && this.__isCharTrimable(buf, pos + quote.length);
              const isNextChrComment =
                comment !== null &&
                this.__compareBytes(comment, buf, pos + quote.length, nextChr);
              const isNextChrDelimiter = this.__isDelimiter(
                buf,
                pos + quote.length,
                nextChr,
              );
              const isNextChrRecordDelimiter =
                record_delimiter.length === 0
                  ? this.__autoDiscoverRecordDelimiter(buf, pos + quote.length)
                  : this.__isRecordDelimiter(nextChr, buf, pos + quote.length);
              // Escape a quote
              // Treat next char as a regular character
              if (
                escape !== null &&
                this.__isEscape(buf, pos, chr) &&
                this.__isQuote(buf, pos + escape.length)
              ) {
                pos += escape.length - 1;
              } else if (
                !nextChr ||
                isNextChrDelimiter ||
                isNextChrRecordDelimiter ||
                isNextChrComment ||
                isNextChrTrimable
              ) {
                this.state.quoting = false;
                this.state.wasQuoting = true;
                pos += quote.length - 1;
                continue;
              } else if (relax_quotes === false) {
                const err = this.__error(
                  new CsvError(
                    "CSV_INVALID_CLOSING_QUOTE",
                    [
                      "Invalid Closing Quote:",
                      `got "${String.fromCharCode(nextChr)}"`,
                      `at line ${this.info.lines}`,
                      "instead of delimiter, record delimiter, trimable character",
                      "(if activated) or comment",
                    ],
                    this.options,
                    this.__infoField(),
                  ),
                );
                if (err !== undefined) return err;
              } else {
                this.state.quoting = false;
                this.state.wasQuoting = true;
                this.state.field.prepend(quote);
                pos += quote.length - 1;
              }
            } else {
              if (this.state.field.length !== 0) {
                // In relax_quotes mode, treat opening quote preceded by chrs as regular
                if (relax_quotes === false) {
                  const info = this.__infoField();
                  const bom = Object.keys(boms)
                    .map((b) =>
                      boms[b].equals(this.state.field.toString()) ? b : false,
                    )
                    .filter(Boolean)[0];
                  const err = this.__error(
                    new CsvError(
                      "INVALID_OPENING_QUOTE",
                      [
                        "Invalid Opening Quote:",
                        `a quote is found on field ${JSON.stringify(info.column)} at line ${info.lines}, value is ${JSON.stringify(this.state.field.toString(encoding))}`,
                        bom ? `(${bom} bom)` : undefined,
                      ],
                      this.options,
                      info,
                      {
                        field: this.state.field,
                      },
                    ),
                  );
                  if (err !== undefined) return err;
                }
              } else {
                this.state.quoting = true;
                pos += quote.length - 1;
                continue;
              }
            }
          }
          if (this.state.quoting === false) {
            const recordDelimiterLength = this.__isRecordDelimiter(
              chr,
              buf,
              pos,
            );
            if (recordDelimiterLength !== 0) {
              // Do not emit comments which take a full line
              const skipCommentLine =
                this.state.commenting &&
                this.state.wasQuoting === false &&
                this.state.record.length === 0 &&
                this.state.field.length === 0;
              if (skipCommentLine) {
                this.info.comment_lines++;
                // Skip full comment line
              } else {
                // Activate records emission if above from_line
                if (
                  this.state.enabled === false &&
                  this.info.lines +
                    (this.state.wasRowDelimiter === true ? 1 : 0) >=
                    from_line
                ) {
                  this.state.enabled = true;
                  this.__resetField();
                  this.__resetRecord();
                  pos += recordDelimiterLength - 1;
                  continue;
                }
                // Skip if line is empty and skip_empty_lines activated
                if (
                  skip_empty_lines === true &&
                  this.state.wasQuoting === false &&
                  this.state.record.length === 0 &&
                  this.state.field.length === 0
                ) {
                  this.info.empty_lines++;
                  pos += recordDelimiterLength - 1;
                  continue;
                }
                this.info.bytes = this.state.bufBytesStart + pos;
                const errField = this.__onField();
                if (errField !== undefined) return errField;
                this.info.bytes =
                  this.state.bufBytesStart + pos + recordDelimiterLength;
                const errRecord = this.__onRecord(push);
                if (errRecord !== undefined) return errRecord;
                if (to !== -1 && this.info.records >= to) {
                  this.state.stop = true;
                  close();
                  return;
                }
              }
              this.state.commenting = false;
              pos += recordDelimiterLength - 1;
              continue;
            }
            if (this.state.commenting) {
              continue;
            }
            if (
              comment !== null &&
              (comment_no_infix === false ||
                (this.state.record.length === 0 &&
                  this.state.field.length === 0))
            ) {
              const commentCount = this.__compareBytes(comment, buf, pos, chr);
              if (commentCount !== 0) {
                this.state.commenting = true;
                continue;
              }
            }
            const delimiterLength = this.__isDelimiter(buf, pos, chr);
            if (delimiterLength !== 0) {
              this.info.bytes = this.state.bufBytesStart + pos;
              const errField = this.__onField();
              if (errField !== undefined) return errField;
              pos += delimiterLength - 1;
              continue;
            }
          }
        }
        if (this.state.commenting === false) {
          if (
            max_record_size !== 0 &&
            this.state.record_length + this.state.field.length > max_record_size
          ) {
            return this.__error(
              new CsvError(
                "CSV_MAX_RECORD_SIZE",
                [
                  "Max Record Size:",
                  "record exceed the maximum number of tolerated bytes",
                  `of ${max_record_size}`,
                  `at line ${this.info.lines}`,
                ],
                this.options,
                this.__infoField(),
              ),
            );
          }
        }
        const lappend =
          ltrim === false ||
          this.state.quoting === true ||
          this.state.field.length !== 0 ||
          !this.__isCharTrimable(buf, pos);
        // rtrim in non quoting is handle in __onField
        const rappend = rtrim === false || this.state.wasQuoting === false;
        if (lappend === true && rappend === true) {
          this.state.field.append(chr);
        } else if (rtrim === true && !this.__isCharTrimable(buf, pos)) {
          return this.__error(
            new CsvError(
              "CSV_NON_TRIMABLE_CHAR_AFTER_CLOSING_QUOTE",
              [
                "Invalid Closing Quote:",
                "found non trimable byte after quote",
                `at line ${this.info.lines}`,
              ],
              this.options,
              this.__infoField(),
            ),
          );
        } else {
          if (lappend === false) {
            pos += this.__isCharTrimable(buf, pos) - 1;
          }
          continue;
        }
      }
      if (end === true) {
        // Ensure we are not ending in a quoting state
        if (this.state.quoting === true) {
          const err = this.__error(
            new CsvError(
              "CSV_QUOTE_NOT_CLOSED",
              [
                "Quote Not Closed:",
                `the parsing is finished with an opening quote at line ${this.info.lines}`,
              ],
              this.options,
              this.__infoField(),
            ),
          );
          if (err !== undefined) return err;
        } else {
          // Skip last line if it has no characters
          if (
            this.state.wasQuoting === true ||
            this.state.record.length !== 0 ||
            this.state.field.length !== 0
          ) {
            this.info.bytes = this.state.bufBytesStart + pos;
            const errField = this.__onField();
            if (errField !== undefined) return errField;
            const errRecord = this.__onRecord(push);
            if (errRecord !== undefined) return errRecord;
          } else if (this.state.wasRowDelimiter === true) {
            this.info.empty_lines++;
          } else if (this.state.commenting === true) {
            this.info.comment_lines++;
          }
        }
      } else {
        this.state.bufBytesStart += pos;
        this.state.previousBuf = buf.slice(pos);
      }
      if (this.state.wasRowDelimiter === true) {
        this.info.lines++;
        this.state.wasRowDelimiter = false;
      }
    },
    __onRecord: function (push) {
      const {
        columns,
        group_columns_by_name,
        encoding,
        info,
        from,
        relax_column_count,
        relax_column_count_less,
        relax_column_count_more,
        raw,
        skip_records_with_empty_values,
      } = this.options;
      const { enabled, record } = this.state;
      if (enabled === false) {
        return this.__resetRecord();
      }
      // Convert the first line into column names
      const recordLength = record.length;
      if (columns === true) {
        if (skip_records_with_empty_values === true && isRecordEmpty(record)) {
          this.__resetRecord();
          return;
        }
        return this.__firstLineToColumns(record);
      }
      if (columns === false && this.info.records === 0) {
        this.state.expectedRecordLength = recordLength;
      }
      if (recordLength !== this.state.expectedRecordLength) {
        const err =
          columns === false
            ? new CsvError(
                "CSV_RECORD_INCONSISTENT_FIELDS_LENGTH",
                [
                  "Invalid Record Length:",
                  `expect ${this.state.expectedRecordLength},`,
                  `got ${recordLength} on line ${this.info.lines}`,
                ],
                this.options,
                this.__infoField(),
                {
                  record: record,
                },
              )
            : new CsvError(
                "CSV_RECORD_INCONSISTENT_COLUMNS",
                [
                  "Invalid Record Length:",
                  `columns length is ${columns.length},`, // rename columns
                  `got ${recordLength} on line ${this.info.lines}`,
                ],
                this.options,
                this.__infoField(),
                {
                  record: record,
                },
              );
        if (
          relax_column_count === true ||
          (relax_column_count_less === true &&
            recordLength < this.state.expectedRecordLength) ||
          (relax_column_count_more === true &&
            recordLength > this.state.expectedRecordLength)
        ) {
          this.info.invalid_field_length++;
          this.state.error = err;
          // Error is undefined with skip_records_with_error
        } else {
          const finalErr = this.__error(err);
          if (finalErr) return finalErr;
        }
      }
      if (skip_records_with_empty_values === true && isRecordEmpty(record)) {
        this.__resetRecord();
        return;
      }
      if (this.state.recordHasError === true) {
        this.__resetRecord();
        this.state.recordHasError = false;
        return;
      }
      this.info.records++;
      if (from === 1 || this.info.records >= from) {
        const { objname } = this.options;
        // With columns, records are object
        if (columns !== false) {
          const obj = {};
          // Transform record array to an object
          for (let i = 0, l = record.length; i < l; i++) {
            if (columns[i] === undefined || columns[i].disabled) continue;
            // Turn duplicate columns into an array
            if (
              group_columns_by_name === true &&
              Object.hasOwn(obj, columns[i].name)
            ) {
              if (Array.isArray(obj[columns[i].name])) {
                obj[columns[i].name] = obj[columns[i].name].concat(record[i]);
              } else {
                obj[columns[i].name] = [obj[columns[i].name], record[i]];
              }
            } else {
              Object.defineProperty(obj, columns[i].name, {
                value: record[i],
                enumerable: true,
                writable: true,
                configurable: true,
              });
            }
          }
          // Without objname (default)
          if (raw === true || info === true) {
            const extRecord = Object.assign(
              { record: obj },
              raw === true
                ? { raw: this.state.rawBuffer.toString(encoding) }
                : {},
              info === true ? { info: this.__infoRecord() } : {},
            );
            const err = this.__push(
              objname === undefined ? extRecord : [obj[objname], extRecord],
              push,
            );
            if (err) {
              return err;
            }
          } else {
            const err = this.__push(
              objname === undefined ? obj : [obj[objname], obj],
              push,
            );
            if (err) {
              return err;
            }
          }
          // Without columns, records are array
        } else {
          if (raw === true || info === true) {
            const extRecord = Object.assign(
              { record: record },
              raw === true
                ? { raw: this.state.rawBuffer.toString(encoding) }
                : {},
              info === true ? { info: this.__infoRecord() } : {},
            );
            const err = this.__push(
              objname === undefined ? extRecord : [record[objname], extRecord],
              push,
            );
            if (err) {
              return err;
            }
          } else {
            const err = this.__push(
              objname === undefined ? record : [record[objname], record],
              push,
            );
            if (err) {
              return err;
            }
          }
        }
      }
      this.__resetRecord();
    },
    __firstLineToColumns: function (record) {
      const { firstLineToHeaders } = this.state;
      try {
        const headers =
          firstLineToHeaders === undefined
            ? record
            : firstLineToHeaders.call(null, record);
        if (!Array.isArray(headers)) {
          return this.__error(
            new CsvError(
              "CSV_INVALID_COLUMN_MAPPING",
              [
                "Invalid Column Mapping:",
                "expect an array from column function,",
                `got ${JSON.stringify(headers)}`,
              ],
              this.options,
              this.__infoField(),
              {
                headers: headers,
              },
            ),
          );
        }
        const normalizedHeaders = normalize_columns_array(headers);
        this.state.expectedRecordLength = normalizedHeaders.length;
        this.options.columns = normalizedHeaders;
        this.__resetRecord();
        return;
      } catch (err) {
        return err;
      }
    },
    __resetRecord: function () {
      if (this.options.raw === true) {
        this.state.rawBuffer.reset();
      }
      this.state.error = undefined;
      this.state.record = [];
      this.state.record_length = 0;
    },
    __onField: function () {
      const { cast, encoding, rtrim, max_record_size } = this.options;
      const { enabled, wasQuoting } = this.state;
      // Short circuit for the from_line options
      if (enabled === false) {
        return this.__resetField();
      }
      let field = this.state.field.toString(encoding);
      if (rtrim === true && wasQuoting === false) {
        field = field.trimRight();
      }
      if (cast === true) {
        const [err, f] = this.__cast(field);
        if (err !== undefined) return err;
        field = f;
      }
      this.state.record.push(field);
      // Increment record length if record size must not exceed a limit
      if (max_record_size !== 0 && typeof field === "string") {
        this.state.record_length += field.length;
      }
      this.__resetField();
    },
    __resetField: function () {
      this.state.field.reset();
      this.state.wasQuoting = false;
    },
    __push: function (record, push) {
      const { on_record } = this.options;
      if (on_record !== undefined) {
        const info = this.__infoRecord();
        try {
          record = on_record.call(null, record, info);
        } catch (err) {
          return err;
        }
        if (record === undefined || record === null) {
          return;
        }
      }
      this.info.bytes_records += this.info.bytes;
      push(record);
    },
    // Return a tuple with the error and the casted value
    __cast: function (field) {
      const { columns, relax_column_count } = this.options;
      const isColumns = Array.isArray(columns);
      // Dont loose time calling cast
      // because the final record is an object
      // and this field can't be associated to a key present in columns
      if (
        isColumns === true &&
        relax_column_count &&
        this.options.columns.length <= this.state.record.length
      ) {
        return [undefined, undefined];
      }
      if (this.state.castField !== null) {
        try {
          const info = this.__infoField();
          return [undefined, this.state.castField.call(null, field, info)];
        } catch (err) {
          return [err];
        }
      }
      if (this.__isFloat(field)) {
        return [undefined, parseFloat(field)];
      } else if (this.options.cast_date !== false) {
        const info = this.__infoField();
        return [undefined, this.options.cast_date.call(null, field, info)];
      }
      return [undefined, field];
    },
    __compareBytes: function (sourceBuf, targetBuf, targetPos, firstByte) {
      if (sourceBuf[0] !== firstByte) return 0;
      const sourceLength = sourceBuf.length;
      for (let i = 1; i < sourceLength; i++) {
        if (sourceBuf[i] !== targetBuf[targetPos + i]) return 0;
      }
      return sourceLength;
    },
    // Helper to test if a character is trimable
    __isCharTrimable: function (buf, pos) {
      const { timchars, timcharFirstBytes } = this.state;
      // Fast bail-out: non-whitespace bytes (the common case) are rejected
      // without scanning the full timchar list.
      const first = buf[pos];
      if (first === undefined || timcharFirstBytes[first] === 0) return 0;
      loop1: for (let i = 0; i < timchars.length; i++) {
        const timchar = timchars[i];
        for (let j = 0; j < timchar.length; j++) {
          if (timchar[j] !== buf[pos + j]) continue loop1;
        }
        return timchar.length;
      }
      return 0;
    },
    __isDelimiter: function (buf, pos, chr) {
      const { delimiter, ignore_last_delimiters } = this.options;
      if (
        ignore_last_delimiters === true &&
        this.state.record.length === this.options.columns.length - 1
      ) {
        return 0;
      } else if (
        ignore_last_delimiters !== false &&
        typeof ignore_last_delimiters === "number" &&
        this.state.record.length === ignore_last_delimiters - 1
      ) {
        return 0;
      }
      loop1: for (let i = 0; i < delimiter.length; i++) {
        const del = delimiter[i];
        if (del[0] === chr) {
          for (let j = 1; j < del.length; j++) {
            if (del[j] !== buf[pos + j]) continue loop1;
          }
          return del.length;
        }
      }
      return 0;
    },
    __isEscape: function (buf, pos, chr) {
      const { escape } = this.options;
      if (escape === null) return false;
      const l = escape.length;
      if (escape[0] === chr) {
        for (let i = 0; i < l; i++) {
          if (escape[i] !== buf[pos + i]) {
            return false;
          }
        }
        return true;
      }
      return false;
    },
    __isFloat: function (value) {
      return value - parseFloat(value) + 1 >= 0; // Borrowed from jquery
    },
    // Keep it in case we implement the `cast_int` option
    // __isInt(value){
    //   // return Number.isInteger(parseInt(value))
    //   // return !isNaN( parseInt( obj ) );
    //   return /^(\-|\+)?[1-9][0-9]*$/.test(value)
    // }
    __isQuote: function (buf, pos) {
      const { quote } = this.options;
      if (quote === null) return false;
      const l = quote.length;
      for (let i = 0; i < l; i++) {
        if (quote[i] !== buf[pos + i]) {
          return false;
        }
      }
      return true;
    },
    __isRecordDelimiter: function (chr, buf, pos) {
      const { record_delimiter } = this.options;
      const recordDelimiterLength = record_delimiter.length;
      loop1: for (let i = 0; i < recordDelimiterLength; i++) {
        const rd = record_delimiter[i];
        const rdLength = rd.length;
        if (rd[0] !== chr) {
          continue;
        }
        for (let j = 1; j < rdLength; j++) {
          if (rd[j] !== buf[pos + j]) {
            continue loop1;
          }
        }
        return rd.length;
      }
      return 0;
    },
    __autoDiscoverRecordDelimiter: function (buf, pos) {
      const { encoding } = this.options;
      // Note, we don't need to cache this information in state,
      // It is only called on the first line until we find out a suitable
      // record delimiter.
      const rds = [
        // Important, the windows line ending must be before mac os 9
        Buffer.from("\r\n", encoding),
        Buffer.from("\n", encoding),
        Buffer.from("\r", encoding),
      ];
      loop: for (let i = 0; i < rds.length; i++) {
        const l = rds[i].length;
        for (let j = 0; j < l; j++) {
          if (rds[i][j] !== buf[pos + j]) {
            continue loop;
          }
        }
        this.options.record_delimiter.push(rds[i]);
        this.state.recordDelimiterMaxLength = rds[i].length;
        return rds[i].length;
      }
      return 0;
    },
    __error: function (msg) {
      const { encoding, raw, skip_records_with_error } = this.options;
      const err = typeof msg === "string" ? new Error(msg) : msg;
      if (skip_records_with_error) {
        this.state.recordHasError = true;
        if (this.options.on_skip !== undefined) {
          try {
            this.options.on_skip(
              err,
              raw ? this.state.rawBuffer.toString(encoding) : undefined,
            );
          } catch (err) {
            return err;
          }
        }
        // this.emit('skip', err, raw ? this.state.rawBuffer.toString(encoding) : undefined);
        return undefined;
      } else {
        return err;
      }
    },
    __infoDataSet: function () {
      return {
        ...this.info,
        columns: this.options.columns,
      };
    },
    __infoRecord: function () {
      const { columns, raw, encoding } = this.options;
      return {
        ...this.__infoDataSet(),
        bytes_records: this.info.bytes,
        error: this.state.error,
        header: columns === true,
        index: this.state.record.length,
        raw: raw ? this.state.rawBuffer.toString(encoding) : undefined,
      };
    },
    __infoField: function () {
      const { columns } = this.options;
      const isColumns = Array.isArray(columns);
      // Bytes records are only incremented when all records'fields are parsed
      const bytes_records = this.info.bytes_records;
      return {
        ...this.__infoRecord(),
        bytes_records: bytes_records,
        column:
          isColumns === true
            ? columns.length > this.state.record.length
              ? columns[this.state.record.length].name
              : null
            : this.state.record.length,
        quoting: this.state.wasQuoting,
      };
    },
  };
};



;// CONCATENATED MODULE: ./node_modules/csv-parse/lib/sync.js



const parse = function (data, opts = {}) {
  if (typeof data === "string") {
    data = Buffer.from(data);
  }
  const records = opts && opts.objname ? Object.create(null) : [];
  const parser = transform(opts);
  const push = (record) => {
    if (parser.options.objname === undefined) records.push(record);
    else {
      records[record[0]] = record[1];
    }
  };
  const close = () => {};
  const error = parser.parse(data, true, push, close);
  if (error !== undefined) throw error;
  return records;
};



// EXTERNAL MODULE: ./lib/inputs/items.js
var items = __nccwpck_require__(4221);
// EXTERNAL MODULE: ./lib/inputs/nearest.js
var nearest = __nccwpck_require__(3231);
// EXTERNAL MODULE: ./lib/inputs/template.js + 1 modules
var template = __nccwpck_require__(2295);
// EXTERNAL MODULE: ./lib/image/expressions.js
var expressions = __nccwpck_require__(7814);
;// CONCATENATED MODULE: ./lib/image/tag-rules.js





const globals = ["type", "enable", "priority", "prefix", "suffix"];
const types = {
    schedule: { priority: 1000, required: [], optional: ["pattern"] },
    semver: { priority: 900, required: ["pattern"], optional: ["value", "match"] },
    match: { priority: 800, required: ["pattern"], optional: ["group", "value"] },
    edge: { priority: 700, required: [], optional: ["branch"] },
    ref: { priority: 600, required: ["event"], optional: [] },
    raw: { priority: 200, required: ["value"], optional: [] },
    sha: { priority: 100, required: [], optional: ["format"] },
};
const typeNames = Object.keys(types);
const choices = {
    event: ["branch", "tag", "pr"],
    format: ["short", "long"],
};
/** Reads the rules, one a line; throws the reason and the remedy for every bad line. None: the default rules. */
const parseTagRules = (0,items/* lines */.M)(parseRule);
function parseRule(line) {
    const attributes = parseAttributes(line);
    const type = ruleType(attributes["type"] ?? "raw");
    checkAttributes(type, attributes);
    const { enable, priority, prefix, suffix, group, value = "", match = "", branch = "", event = "" } = attributes;
    const { pattern = type === "schedule" ? "nightly" : "", format = type === "sha" ? "short" : "" } = attributes;
    return {
        ...{ type, value, pattern, match, branch, event, format, suffix },
        enable: enable ?? "true",
        priority: Number(priority ?? types[type].priority),
        prefix: prefix ?? (type === "sha" ? "sha-" : event === "pr" ? "pr-" : undefined),
        group: Number(group ?? 0),
    };
}
function parseAttributes(line) {
    const attributes = new Map();
    for (const field of csvFields(line)) {
        const [, name, text = ""] = /^([^=]*)=(.*)$/s.exec(field) ?? [undefined, "value", field];
        const key = (name ?? "").trim().toLowerCase();
        if (attributes.has(key))
            throw new Error(`"${key}" is given twice. Write one tag a line.`);
        attributes.set(key, text.trim());
    }
    return Object.fromEntries(attributes);
}
function csvFields(line) {
    try {
        return parse(line, { trim: true, relax_column_count: true, relax_quotes: true })[0] ?? [];
    }
    catch {
        throw new Error('the quotes do not fit. Put them around a whole field: "value=a,b".');
    }
}
function ruleType(name) {
    if (isRuleType(name))
        return name;
    if (name === "pep440")
        throw new Error("type=pep440 is for versions of Python. Use type=semver, or type=match with a pattern of your own.");
    const near = (0,nearest/* nearest */.p)(name, typeNames);
    throw new Error(`unknown type "${name}"${near ? `; did you mean "${near}"?` : "."} Use one of ${typeNames.join(", ")}.`);
}
function isRuleType(name) {
    return typeNames.includes(name);
}
function checkAttributes(type, attributes) {
    const { required, optional } = types[type];
    const missing = required.find((key) => !attributes[key]);
    if (missing !== undefined)
        throw new Error(`type=${type} needs "${missing}". Add ${example(missing)}.`);
    for (const [key, value] of Object.entries(attributes)) {
        checkKnown(key, type, [...globals, ...required, ...optional]);
        checkValue(key, value, type);
    }
}
function example(key) {
    if (key !== "pattern")
        return `${key}=${choices[key]?.join("|") ?? "…"}`;
    return "pattern={{version}}, or of type=match a regular expression";
}
function checkKnown(key, type, known) {
    if (known.includes(key))
        return;
    const near = (0,nearest/* nearest */.p)(key, known);
    const hint = near ? `; did you mean "${near}"?` : ".";
    throw new Error(`type=${type} has no attribute "${key}"${hint} It takes ${known.slice(1).join(", ")}.`);
}
function checkValue(key, value, type) {
    const allowed = choices[key];
    if (allowed !== undefined && !allowed.includes(value))
        throw new Error(`"${value}" is no ${key}. Write ${key}=${allowed.join(` or ${key}=`)}.`);
    checks[key === "pattern" ? `${type} pattern` : key]?.(value);
}
const checks = {
    "semver pattern": (value) => (0,template/* checkTemplate */.B)(value, ["version", "major", "minor", "patch", "raw"]),
    "match pattern": checkPattern,
    "schedule pattern": expressions/* checkExpressions */.M,
    match: checkPattern,
    value: expressions/* checkExpressions */.M,
    prefix: expressions/* checkExpressions */.M,
    suffix: expressions/* checkExpressions */.M,
    enable: (value) => {
        if (/^(?:true|false|\{\{\s*is_(?:not_)?default_branch\s*\}\})$/.test(value))
            return;
        throw new Error(`"${value}" is no enable. Write enable=true, enable=false or enable={{is_default_branch}}.`);
    },
    priority: (value) => {
        if (!/^-?\d{1,6}$/.test(value))
            throw new Error(`"${value}" is no priority. Write a whole number.`);
    },
    group: (value) => {
        if (!/^\d{1,2}$/.test(value))
            throw new Error(`"${value}" is no group. Write its number, 0 for the whole match.`);
    },
};
function checkPattern(text) {
    try {
        tagPattern(text);
    }
    catch (error) {
        throw new Error(`${error instanceof Error ? error.message : error}. Write a regular expression, as in v(.*).`);
    }
}
/** A regular expression, by itself or as `/…/flags`. */
function tagPattern(text) {
    const [, body, flags] = /^\/(.+)\/(.*)$/.exec(text) ?? [];
    return body === undefined ? new RegExp(text) : new RegExp(body, flags);
}


/***/ }),

/***/ 8608:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Ap: () => (/* binding */ imageFile),
/* harmony export */   Bl: () => (/* binding */ memorySize),
/* harmony export */   Cs: () => (/* binding */ artifactName),
/* harmony export */   JD: () => (/* binding */ filePattern),
/* harmony export */   KN: () => (/* binding */ percent),
/* harmony export */   LM: () => (/* binding */ importPath),
/* harmony export */   MK: () => (/* binding */ gitRevision),
/* harmony export */   NQ: () => (/* binding */ buildTag),
/* harmony export */   Ol: () => (/* binding */ retentionDays),
/* harmony export */   Pf: () => (/* binding */ label),
/* harmony export */   Qq: () => (/* binding */ text),
/* harmony export */   SW: () => (/* binding */ rerunCount),
/* harmony export */   U7: () => (/* binding */ cpuCount),
/* harmony export */   Yq: () => (/* binding */ choice),
/* harmony export */   b: () => (/* binding */ numericUser),
/* harmony export */   cm: () => (/* binding */ privatePattern),
/* harmony export */   hd: () => (/* binding */ packagePattern),
/* harmony export */   p0: () => (/* binding */ duration),
/* harmony export */   zM: () => (/* binding */ boolean)
/* harmony export */ });
/* harmony import */ var _quoted_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(2767);
/* harmony import */ var _first_illegal_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(9156);
/* harmony import */ var _nearest_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3231);
/* harmony import */ var _relative_path_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(1837);




/** Any text of one line. */
const text = (value) => {
    const control = (0,_first_illegal_js__WEBPACK_IMPORTED_MODULE_2__/* .firstIllegal */ .r)(value, /\P{Cc}|\t/u);
    if (control !== undefined)
        throw new Error(`${control} is a control character. Remove it.`);
    return value;
};
/** The YAML 1.2 core schema's booleans, as the runner reads them. */
const boolean = (value) => {
    if (["true", "True", "TRUE"].includes(value))
        return true;
    if (["false", "False", "FALSE"].includes(value))
        return false;
    throw new Error('expected a boolean. Write "true" or "false".');
};
/** One of a few words. */
function choice(...allowed) {
    return (value) => {
        const found = allowed.find((word) => word === value);
        if (found !== undefined)
            return found;
        const near = (0,_nearest_js__WEBPACK_IMPORTED_MODULE_0__/* .nearest */ .p)(value, allowed);
        const hint = near === undefined ? "" : ` Did you mean "${near}"?`;
        throw new Error(`${(0,_quoted_js__WEBPACK_IMPORTED_MODULE_3__/* .quoted */ .T)(value)} is not a choice.${hint} Use one of ${allowed.join(", ")}.`);
    };
}
const hour = 3600;
/** A length of time with its unit, in milliseconds: `90s`, `30m`, `1h30m`. From one second to a day. */
const duration = (value, note) => {
    if (value.startsWith("-"))
        throw new Error('a time is positive. Write for instance "30m".');
    const match = /^(?:(\d+(?:e\d+)?)h)?(?:(\d+(?:e\d+)?)m)?(?:(\d+(?:e\d+)?)s)?$/.exec(value);
    if (match === null || value === "")
        throw new Error('expected a time with its unit. Write for instance "30m" or "1h30m".');
    const [hours = 0, minutes = 0, seconds = 0] = match.slice(1).map((part) => Number(part ?? 0));
    const total = (hours * 60 + minutes) * 60 + seconds;
    if (total < 1 || total > 24 * hour)
        throw new Error('expected between "1s" and "24h". Write for instance "30m".');
    if (total > 6 * hour)
        note?.(`${value} is more than the 6 h that a job has on GitHub's own runners`);
    return total * 1000;
};
/** A percentage from 0 to 100, without its sign. */
const percent = (value) => {
    const number = /^\d{1,3}(\.\d+)?$/.test(value) ? Number(value) : Number.NaN;
    if (!(number >= 0 && number <= 100))
        throw new Error('expected a number from 0 to 100 without a sign. Write for instance "80".');
    return number;
};
/** A whole number within bounds. */
function whole(from, to) {
    return (value) => {
        const number = /^\d{1,9}$/.test(value) ? Number(value) : Number.NaN;
        if (!(number >= from && number <= to))
            throw new Error(`expected a whole number from ${from} to ${to}. Write for instance "${from}".`);
        return number;
    };
}
/** A pattern of files below the workspace. */
const filePattern = (value) => {
    if (value.startsWith("!"))
        throw new Error("a pattern that takes files in again is not known. Write the patterns of what is to be left out.");
    if (value.split("/").includes(".."))
        throw new Error(`the pattern leads outside the workspace. Write it from the workspace's root.`);
    return value;
};
/** What git takes for a commit: `origin/main`, `v1.2.3`, `HEAD~3`, a hash. */
const gitRevision = (value) => {
    if (/^[A-Za-z0-9_@][\w./@{}~^+-]*$/.test(value) && !value.includes(".."))
        return value;
    throw new Error("not the name of one commit. Write for instance `origin/main`.");
};
/** More tries than these would pass almost anything. */
const rerunCount = whole(0, 10);
const units = { k: 2 ** 10, m: 2 ** 20, g: 2 ** 30 };
const leastMemory = 64 * 2 ** 20;
/** An amount of memory with its unit, in bytes: `512m`, `4g`. Go itself needs 64 MiB at least. */
const memorySize = (value) => {
    const [, digits = "", unit = ""] = /^(\d{1,9}(?:\.\d{1,3})?)([kmg])$/i.exec(value) ?? [];
    const bytes = Math.floor(Number(digits) * (units[unit.toLowerCase()] ?? Number.NaN));
    if (Number.isNaN(bytes))
        throw new Error('expected an amount of memory with its unit. Write for instance "4g".');
    if (bytes < leastMemory)
        throw new Error('that is less than the 64m that Go needs. Write for instance "4g".');
    return bytes;
};
/** A number of processors, whole or not. */
const cpuCount = (value) => {
    const number = /^\d{1,4}(\.\d{1,3})?$/.test(value) ? Number(value) : Number.NaN;
    if (!(number >= 0.1))
        throw new Error('expected a number of processors, 0.1 at least. Write for instance "2" or "0.5".');
    return number;
};
/** A Go package pattern: `./...`, `./cmd/app`, `example.org/module/...`. */
const packagePattern = (value) => {
    if (value.startsWith("-"))
        throw new Error('a package pattern may not begin with "-". Flags go to `test-args` or `build-flags`.');
    if (/\s/.test(value))
        throw new Error("a package pattern has no spaces. Divide patterns by commas or new lines.");
    if (value.startsWith("/"))
        throw new Error(`the pattern is absolute. ${fromTheRoot}`);
    if (outside(value))
        throw new Error(`the pattern leads outside the module. ${fromTheRoot}`);
    const illegal = (0,_first_illegal_js__WEBPACK_IMPORTED_MODULE_2__/* .firstIllegal */ .r)(value, /[\p{L}\p{N}\p{M}._~/+=@^,-]/u);
    if (illegal !== undefined)
        throw new Error(`${illegal} does not belong in a package pattern. "..." stands for any text, as in "./cmd/...".`);
    return value;
};
const fromTheRoot = 'Write it from the module\'s root, for instance "./...".';
/** Whether more steps lead up than down. A `...` may be followed by `..` in no pattern that go takes. */
function outside(pattern) {
    let depth = 0;
    for (const part of pattern.split("/")) {
        if (part === "..")
            depth -= 1;
        else if (part !== "" && part !== ".")
            depth += 1;
        if (depth < 0)
            return true;
    }
    return false;
}
/** An import path, as in `github.com/acme/project`. */
const importPath = (value) => {
    if (!/^[A-Za-z0-9][A-Za-z0-9._~-]*(\/[A-Za-z0-9_~-][A-Za-z0-9._~-]*)*$/.test(value)) {
        throw new Error('not an import path. Write for instance "github.com/acme/project".');
    }
    return value;
};
/** `key=value`. */
const label = (line) => {
    const at = line.indexOf("=");
    if (at < 1)
        throw new Error("expected key=value. Write for instance `org.opencontainers.image.vendor=Acme`.");
    return [line.slice(0, at).trim(), line.slice(at + 1).trim()];
};
/** `path -> /path`. */
const imageFile = (line) => {
    const [from = "", to = "", ...more] = line.split("->").map((side) => side.trim());
    if (from === "" || to === "" || more.length > 0)
        throw new Error("expected `path -> /path`. Write for instance `web -> /web`.");
    return { from: (0,_relative_path_js__WEBPACK_IMPORTED_MODULE_1__/* .relativePath */ .i)(from), to: imagePath(to) };
};
function imagePath(path) {
    if (/^\/[\w.@+/-]+$/.test(path) && !path.split("/").includes(".."))
        return path;
    const message = "the place in the image is an absolute path of letters, digits and . _ @ + -.";
    throw new Error(`${message} Write for instance \`web -> /web\`.`);
}
/** A build tag as a `//go:build` line takes it. */
const buildTag = (value) => {
    const illegal = (0,_first_illegal_js__WEBPACK_IMPORTED_MODULE_2__/* .firstIllegal */ .r)(value, /[\p{L}\p{N}_.]/u);
    if (illegal === undefined)
        return value;
    throw new Error(`${illegal} does not belong in a build tag. Divide tags by commas or new lines.`);
};
/** A pattern of module paths: `github.com/acme/*`, `*.corp.example.org`. */
const privatePattern = (value) => {
    const illegal = (0,_first_illegal_js__WEBPACK_IMPORTED_MODULE_2__/* .firstIllegal */ .r)(value, /[A-Za-z0-9._~/*?[\]!^-]/);
    if (illegal !== undefined || value.startsWith("/") || value.includes("//"))
        throw new Error("it is no pattern of module paths. Write for instance `github.com/acme/*`, without `https://`.");
    return value;
};
/** The beginning of the artifacts' names. */
const artifactName = (value) => {
    const illegal = (0,_first_illegal_js__WEBPACK_IMPORTED_MODULE_2__/* .firstIllegal */ .r)(value, /[^"<>|*?:\\/\p{Cc}]/u);
    if (illegal !== undefined)
        throw new Error(`${illegal} does not belong in an artifact name: none of " : < > | * ? \\ / does. Choose another.`);
    if (value.length > 200)
        throw new Error(`the name has ${value.length} characters. Shorten it to 200.`);
    return value;
};
/** In private repositories GitHub keeps artifacts for 400 days at most. */
const retentionDays = (value, note) => {
    const days = whole(1, 400)(value);
    if (days > 90)
        note?.(`${days} days are more than the 90 for which GitHub keeps artifacts of public repositories`);
    return days;
};
/** A numeric `uid` or `uid:gid`. */
const numericUser = (value) => {
    if (!/^\d{1,9}(:\d{1,9})?$/.test(value))
        throw new Error('expected a numeric uid or uid:gid. Write for instance "65532:65532".');
    return value;
};


/***/ }),

/***/ 9156:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ allowOnly),
/* harmony export */   r: () => (/* binding */ firstIllegal)
/* harmony export */ });
/* harmony import */ var _quoted_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2767);

/** The first character that `allowed` does not match, with its column: `";" at column 7`. */
function firstIllegal(text, allowed) {
    const characters = [...text];
    const at = characters.findIndex((character) => !allowed.test(character));
    return at < 0 ? undefined : `${(0,_quoted_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .T)(characters[at] ?? "")} at column ${at + 1}`;
}
/** Throws where a character does not belong in such a thing, with an example of one. */
function allowOnly(allowed, text, thing, example) {
    const illegal = firstIllegal(text, allowed);
    if (illegal !== undefined)
        throw new Error(`${illegal} does not belong in ${thing}. Write for instance "${example}".`);
}


/***/ }),

/***/ 8582:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ versionFromFile),
/* harmony export */   S: () => (/* binding */ parseGoVersion)
/* harmony export */ });
/* harmony import */ var semver__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2088);
/* harmony import */ var _first_illegal_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(9156);


/**
 * A Go version as a user writes it, to the tag of the `golang` image: `1.27`, `1.27.3`, `go1.27.3`, `v1.27`,
 * `1.27rc1`, `1.27-alpine`, `stable`.
 */
function parseGoVersion(text) {
    if (text === "stable" || text === "latest")
        return "latest";
    if (text.length > 64)
        throw new Error('too long for a Go version. Write for instance "1.27.3".');
    if (text.startsWith("-"))
        throw new Error('a version may not begin with "-". Write for instance "1.27.3".');
    if (/^golang:/i.test(text))
        throw new Error("this is an image. Give it as `go-image`, or write the version alone.");
    (0,_first_illegal_js__WEBPACK_IMPORTED_MODULE_1__/* .allowOnly */ .A)(/[A-Za-z0-9._+-]/, text, "a Go version", "1.27.3");
    const [, version, suffix = ""] = /^(?:go|v)?(\d+\.\d+(?:\.\d+)?(?:(?:rc|beta)\d+)?)(-[a-z0-9][a-z0-9.-]*)?$/.exec(text) ?? [];
    if (version === undefined) {
        throw new Error('not a Go version. Write for instance "1.27", "1.27.3", "1.8.1", "1.27-alpine" or "stable".');
    }
    if (/windowsservercore|nanoserver/.test(suffix))
        throw new Error("this image is for Windows. Use a Linux one.");
    const [, major, minor] = /^(\d+)\.(\d+)/.exec(version) ?? [];
    if (major !== "1")
        throw new Error(`there is no Go ${major}. Write for instance "1.27".`);
    if ((0,semver__WEBPACK_IMPORTED_MODULE_0__.lt)((0,semver__WEBPACK_IMPORTED_MODULE_0__.coerce)(version) ?? "0.0.0", "1.8.0")) {
        throw new Error(`Go ${version} is older than 1.8, the oldest that works. If you meant "1.${minor}0", quote it: YAML reads 1.${minor}0 as a number.`);
    }
    return version + suffix;
}
/** The version that a version file asks for, or undefined when it names none. */
function versionFromFile(name, content) {
    if (/(^|\/)go\.(mod|work)$/.test(name)) {
        const toolchain = /^toolchain\s+go(\d\S*)\s*(?:\/\/.*)?$/m.exec(content)?.[1];
        return toolchain ?? /^go\s+(\d\S*)\s*(?:\/\/.*)?$/m.exec(content)?.[1];
    }
    if (/(^|\/)\.tool-versions$/.test(name))
        return /^(?:golang|go)\s+(\S+)/m.exec(content)?.[1];
    return content
        .split("\n")
        .map((line) => line.trim())
        .find((line) => line !== "" && !line.startsWith("#"));
}


/***/ }),

/***/ 3152:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Bc: () => (/* binding */ isDigest),
/* harmony export */   Q: () => (/* binding */ parseImageRef),
/* harmony export */   l5: () => (/* binding */ parseRegistry),
/* harmony export */   tO: () => (/* binding */ imageName),
/* harmony export */   wb: () => (/* binding */ imageRefText)
/* harmony export */ });
/* unused harmony export isTag */
/* harmony import */ var _quoted_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2767);

const hub = "docker.io";
const host = /^([a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*|\[[a-f0-9:]+\])(:\d{1,5})?$/i;
const path = /^[a-z0-9]+((\.|_|__|-+)[a-z0-9]+)*(\/[a-z0-9]+((\.|_|__|-+)[a-z0-9]+)*)*$/;
function isTag(text) {
    return /^[A-Za-z0-9_][A-Za-z0-9._-]{0,127}$/.test(text);
}
function isDigest(text) {
    return /^sha256:[a-f0-9]{64}$/.test(text);
}
/** Reads a reference as docker does; throws the reason and the remedy. */
function parseImageRef(text) {
    checkShape(text);
    const [named = "", digest] = text.split(/@(.*)/s);
    const [, name = "", tag] = /^(.*?)(?::([^/]*))?$/s.exec(named) ?? [];
    if (tag !== undefined && !isTag(tag))
        throw new Error(badTag(tag));
    if (digest !== undefined && !isDigest(digest)) {
        throw new Error('a digest is "sha256:" and 64 hex digits in lower case. Copy it whole, or leave out everything from the "@".');
    }
    return { ...parseName(name, text), tag: tag ?? "", digest: digest ?? "" };
}
/** A registry's host; Docker Hub's by any of its names. */
function parseRegistry(text) {
    checkShape(text);
    const [name = ""] = text.split("/");
    if (name !== text || !host.test(text))
        throw new Error(`${(0,_quoted_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .T)(text)} is not a registry's host. Write for instance "ghcr.io".`);
    return isHub(text) ? hub : text;
}
function checkShape(text) {
    if (text === "")
        throw new Error('the image name is empty. Write for instance "ghcr.io/acme/app".');
    const scheme = /^[a-z]+:\/\//i.exec(text)?.[0];
    if (scheme !== undefined)
        throw new Error(`an image name has no "${scheme}". Write "${text.slice(scheme.length)}".`);
    if (/\s/.test(text))
        throw new Error('an image name has no spaces. Write for instance "ghcr.io/acme/app".');
}
function badTag(tag) {
    if (tag === "")
        return 'there is no tag after the ":". Write one, or leave out the ":".';
    if (tag.length > 128)
        return `the tag has ${tag.length} characters. Shorten it to 128.`;
    return 'a tag is made of letters, digits and "_.-", and does not begin with "." or "-". Change the tag.';
}
function parseName(name, text) {
    const slash = name.indexOf("/");
    const first = name.slice(0, Math.max(slash, 0));
    const hasRegistry = /[.:]/.test(first) || first.toLowerCase() === "localhost";
    const registry = hasRegistry ? first : hub;
    const repository = hasRegistry ? name.slice(slash + 1) : name;
    if (!host.test(registry) || !URL.canParse(`https://${registry}`))
        throw new Error(`"${registry}" is not a registry's host. Write for instance "ghcr.io/acme/app".`);
    checkRepository(repository, text, name);
    return isHub(registry) ? { registry: hub, repository: hubRepository(repository) } : { registry, repository };
}
function isHub(registry) {
    return registry === hub || registry === `index.${hub}`;
}
function hubRepository(repository) {
    return repository.includes("/") ? repository : `library/${repository}`;
}
function checkRepository(repository, text, name) {
    if (/[A-Z]/.test(repository)) {
        throw new Error(`repository names are lower case. Write "${name.toLowerCase()}${text.slice(name.length)}".`);
    }
    if (/^[a-f0-9]{64}$/.test(repository))
        throw new Error("64 hex digits are an image ID. Write the image's name.");
    if (repository.length > 255)
        throw new Error(`the name has ${repository.length} characters. Shorten it to 255.`);
    if (path.test(repository))
        return;
    throw new Error('a repository is lower-case letters and digits, divided by "/", ".", "_", "__" or "-". Write for instance "ghcr.io/acme/app".');
}
/** The repository as people write it: without `docker.io/` and `library/`. */
function imageName({ registry, repository }) {
    return registry === hub ? repository.replace(/^library\/(?=[^/]+$)/, "") : `${registry}/${repository}`;
}
/** The whole reference as people write it. */
function imageRefText(ref) {
    return `${imageName(ref)}${ref.tag && `:${ref.tag}`}${ref.digest && `@${ref.digest}`}`;
}


/***/ }),

/***/ 1652:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  v: () => (/* binding */ inputNames),
  F: () => (/* binding */ inputTable)
});

// EXTERNAL MODULE: ./lib/image/tag-flavor.js
var tag_flavor = __nccwpck_require__(5126);
// EXTERNAL MODULE: ./lib/image/tag-rules.js + 10 modules
var tag_rules = __nccwpck_require__(8936);
// EXTERNAL MODULE: ./lib/plan/step.js
var step = __nccwpck_require__(9385);
;// CONCATENATED MODULE: ./lib/inputs/env-variable.js
const reserved = [
    { names: /^(GITHUB|ACTIONS|RUNNER)_/, why: "it is the runner's, and must not reach the code under test" },
    { names: /^(LD_.*|NODE_OPTIONS)$/, why: "it would load code into every program of its kind in the container" },
    { names: /^(GOOS|GOARCH|GOPATH|GOCACHE|GOTOOLCHAIN|HOME)$/, why: "the action sets it" },
];
/** `NAME=value`, or `NAME` for the caller's own value. */
const envVariable = (line) => {
    const [, name, value] = /^([A-Za-z_][A-Za-z0-9_]*)(?:=(.*))?$/s.exec(line) ?? [];
    if (name === undefined)
        throw new Error('expected NAME=value, or NAME to pass on the caller\'s value. Write for instance "CI=true".');
    const rule = reserved.find(({ names }) => names.test(name));
    if (rule !== undefined)
        throw new Error(`${name} is reserved: ${rule.why}. Leave it out, or use another name.`);
    return { name, value };
};
/** What a message may tell of a variable: its name, for its value may be a secret. */
function envName(line) {
    return /^[A-Za-z_][A-Za-z0-9_]*(?==)/.exec(line)?.[0];
}

// EXTERNAL MODULE: ./lib/inputs/fields.js
var fields = __nccwpck_require__(8608);
// EXTERNAL MODULE: ./lib/inputs/go-version.js
var go_version = __nccwpck_require__(8582);
// EXTERNAL MODULE: ./lib/inputs/relative-path.js
var relative_path = __nccwpck_require__(1837);
;// CONCATENATED MODULE: ./lib/inputs/image-build.js

/** As `docker build --secret` takes it: `id=npm,env=NPM_TOKEN`, `id=npm,src=.npmrc`, or the variable's name for both. */
const imageSecret = (line) => {
    const [, bare] = /^(\w+)$/.exec(line) ?? [];
    if (bare !== undefined)
        return { id: bare, from: { env: bare } };
    const [, id, kind, from = ""] = /^id=([\w.-]+),(env|src)=(.+)$/.exec(line) ?? [];
    if (id === undefined)
        throw new Error("expected a secret as docker takes it. Write for instance `id=npm,env=NPM_TOKEN`.");
    if (kind === "src")
        return { id, from: { file: (0,relative_path/* relativePath */.i)(from) } };
    if (!/^[A-Za-z_]\w*$/.test(from))
        throw new Error("a variable's name has letters, digits and _ only.");
    return { id, from: { env: from } };
};
/** Whether a name says that its value is a secret. */
const sayingSecret = (name) => /(^|_)(token|secret|passw(or)?d|api_?key|private_?key|credentials?|auth)(_|$)/i.test(name);
/** `NAME=value`. Whoever has the image can read it, so that nothing secret may be one. */
const buildArgument = (line) => {
    const [, name] = /^([A-Za-z_]\w*)=/.exec(line) ?? [];
    if (name === undefined)
        throw new Error("expected NAME=value. Write for instance `VARIANT=full`.");
    if (sayingSecret(name))
        throw new Error(`${name} sounds like a secret, and the image would show it. Give it by \`image-secrets\`.`);
    return line;
};
/** What a message may tell of a build argument: its name. */
const argumentName = (line) => /^\w+(?==)/.exec(line)?.[0];
/** The name of a stage in a Dockerfile. */
const stageName = (value) => {
    if (/^[A-Za-z0-9][\w.-]*$/.test(value))
        return value;
    throw new Error("not the name of a stage. Write the one after `AS` in the Dockerfile.");
};
/** The name of a buildx builder. */
const builderName = (value) => {
    if (/^[A-Za-z][\w.-]*$/.test(value))
        return value;
    throw new Error("not the name of a builder. `docker buildx ls` shows them.");
};

// EXTERNAL MODULE: ./lib/image/dockerfile-words.js
var dockerfile_words = __nccwpck_require__(491);
;// CONCATENATED MODULE: ./lib/inputs/image-config.js


/** One instruction of those that describe an image, as the generated Dockerfile takes it: `EXPOSE 8080`. */
const imageInstruction = (line) => {
    const [, word = "", rest = ""] = /^([A-Za-z]+)\s+(.*)$/.exec(line) ?? [];
    const instruction = word.toUpperCase();
    const write = instructions[instruction];
    if (write === undefined)
        throw new Error(`expected one of ${Object.keys(instructions).join(", ")}. Write for instance \`EXPOSE 8080\`.`);
    return `${instruction} ${write(rest.trim())}`;
};
const instructions = {
    EXPOSE: (text) => fitting(text, /^\d{1,5}(\/(tcp|udp))?( +\d{1,5}(\/(tcp|udp))?)*$/, "ports", "EXPOSE 8080"),
    ENV: environment,
    VOLUME: (text) => (0,dockerfile_words/* json */.Pq)([fitting(text, absolute, "an absolute path", "VOLUME /data")]),
    WORKDIR: (text) => fitting(text, absolute, "an absolute path", "WORKDIR /data"),
    STOPSIGNAL: (text) => fitting(text, /^(SIG[A-Z]+|\d{1,2})$/, "a signal", "STOPSIGNAL SIGINT"),
    HEALTHCHECK: healthCheck,
};
const absolute = /^\/[\w.@+/-]*$/;
function fitting(text, pattern, what, example) {
    if (pattern.test(text))
        return text;
    throw new Error(`expected ${what}. Write for instance \`${example}\`.`);
}
function environment(text) {
    const [, name, value = ""] = /^([A-Za-z_]\w*)=(.*)$/.exec(text) ?? [];
    if (name === undefined)
        throw new Error("expected NAME=value. Write for instance `ENV ADDRESS=:8080`.");
    if (sayingSecret(name))
        throw new Error(`${name} sounds like a secret, and the image would show it. Give it when it runs.`);
    return `${name}=${(0,dockerfile_words/* quoted */.TL)(value)}`;
}
/** In exec form always: an image from scratch has no shell. */
function healthCheck(text) {
    if (text.toUpperCase() === "NONE")
        return "NONE";
    const [, options = "", words] = /^((?:--(?:interval|timeout|start-period|retries)=\w+\s+)*)CMD\s+(.+)$/.exec(text) ?? [];
    if (words === undefined)
        throw new Error("expected CMD and a command. Write for instance `HEALTHCHECK --interval=30s CMD /hello ping`.");
    return `${options.replace(/\s+/g, " ")}CMD ${(0,dockerfile_words/* json */.Pq)(words.startsWith("[") ? jsonWords(words) : words.split(/\s+/))}`;
}
function jsonWords(text) {
    try {
        const words = JSON.parse(text);
        if (Array.isArray(words) && words.every((word) => typeof word === "string"))
            return words;
    }
    catch {
        // Told below.
    }
    throw new Error('expected a list of strings. Write for instance `CMD ["/hello", "ping"]`.');
}

// EXTERNAL MODULE: ./lib/inputs/image-ref.js
var image_ref = __nccwpck_require__(3152);
// EXTERNAL MODULE: ./lib/inputs/items.js
var items = __nccwpck_require__(4221);
// EXTERNAL MODULE: ./lib/quoted.js
var quoted = __nccwpck_require__(2767);
// EXTERNAL MODULE: ./lib/inputs/template.js + 1 modules
var inputs_template = __nccwpck_require__(2295);
;// CONCATENATED MODULE: ./lib/inputs/ldflags.js


/** The `ldflags` input: text with `{{version}}`, `{{commit}}` and `{{date}}`, split into words as the go command does. */
const ldflagsTemplate = (template) => {
    (0,inputs_template/* checkTemplate */.B)(template, ["version", "commit", "date"]);
    // A key stands for one word, also when it is written with spaces. Columns stay.
    const flags = words(template.replace(/\{\{[^{}]*\}\}/g, (key) => "x".repeat(key.length)));
    flags.forEach((word, i) => {
        const before = flags[i - 1]?.text ?? "";
        if (word.text.startsWith("-") || (before.startsWith("-") && !before.includes("=")))
            return;
        throw new Error(`${(0,quoted/* quoted */.T)(word.text)} at column ${word.column} belongs to no flag. ${quoteRule}`);
    });
    return template;
};
const quoteRule = "Quotes go around the whole word: -X 'main.version=a b'.";
/** Go knows quotes at a word's beginning only, and no backslashes. */
function words(text) {
    const found = [];
    let at = 0;
    while (at < text.length) {
        const character = text[at] ?? "";
        if (/\s/.test(character)) {
            at += 1;
            continue;
        }
        const quote = /['"]/.test(character);
        const end = quote ? text.indexOf(character, at + 1) : nextSpace(text, at);
        if (end < 0)
            throw new Error(`the quote at column ${at + 1} is not closed. ${quoteRule}`);
        found.push({ text: text.slice(quote ? at + 1 : at, end), column: at + 1 });
        at = quote ? end + 1 : end;
    }
    return found;
}
function nextSpace(text, from) {
    const length = text.slice(from).search(/\s/);
    return length < 0 ? text.length : from + length;
}

// EXTERNAL MODULE: ./lib/inputs/output-template.js
var output_template = __nccwpck_require__(6535);
// EXTERNAL MODULE: ./lib/inputs/target.js
var target = __nccwpck_require__(8508);
;// CONCATENATED MODULE: ./lib/inputs/input-table.js














function row(group, standard, parse, description) {
    return { group, default: standard, description, parse };
}
/** A row whose absence is an empty list, for which something is computed. */
function computed(group, shown, parse, description) {
    return { ...row(group, "", parse, description), shown };
}
/** A row whose absence the code tells apart: undefined. */
function optional(group, shown, parse, description) {
    return { group, default: "", shown, description, parse: (raw, note) => (raw === "" ? undefined : parse(raw, note)) };
}
/** One row per input: `action.yml`, `--help` and the README's table are held to it by a test. */
const inputTable = {
    "go-version": optional("toolchain", "from the version file", go_version/* parseGoVersion */.S, "Go version: `1.27`, `1.27.3`, `1.8.1`, `stable`, or with an image suffix, `1.27-alpine`"),
    "go-version-file": optional("toolchain", "`go.mod`, `.go-version` or `.tool-versions`", relative_path/* relativePath */.i, "File to read the Go version from, when `go-version` is not given"),
    "go-image": optional("toolchain", "`golang:<go-version>`", image_ref/* parseImageRef */.Q, "Any image with Go in it, by tag or digest"),
    engine: row("toolchain", "auto", (0,fields/* choice */.Yq)("auto", "docker", "podman"), "Container engine"),
    "working-directory": row("source", ".", (0,items/* list */.p)(relative_path/* relativePath */.i), "Directory of the module, or a list of them; one with a `go.work` stands for the modules that this uses"),
    packages: row("source", "./...", (0,items/* list */.p)(fields/* packagePattern */.hd), "Packages to check and test"),
    "import-path": optional("source", "from the repository's name", fields/* importPath */.LM, "GOPATH mode: the import path of the repository, used where there is no `go.mod`"),
    steps: row("source", "fmt, vet, test, build", (0,items/* list */.p)((0,fields/* choice */.Yq)(...step/* stepNames */.V)), "Which steps run; `image` joins when `image` is set"),
    race: row("checks", "false", fields/* boolean */.zM, "Test with the race detector"),
    coverage: row("checks", "true", fields/* boolean */.zM, "Test with coverage"),
    "coverage-threshold": optional("checks", "none", fields/* percent */.KN, "Fail below this percentage of covered statements"),
    "coverage-exclude": row("checks", "", (0,items/* list */.p)(fields/* filePattern */.JD), "Files that coverage leaves out, as in `.gitignore`: `*.pb.go`, `internal/mock`"),
    "changed-since": optional("checks", "the pull request's base", fields/* gitRevision */.MK, "Commit, branch or tag: lines changed since then get a coverage of their own, and files a place first among the annotations"),
    "test-args": row("checks", "", (0,items/* lines */.M)(fields/* text */.Qq), "Arguments for `go test`, one a line"),
    "rerun-fails": row("checks", "0", fields/* rerunCount */.SW, "Run failed tests again, up to so many times; who passes then is reported as flaky"),
    timeout: row("checks", "30m", fields/* duration */.p0, "Time limit of each step; a hanging test ends with its goroutine dump"),
    targets: computed("build", "the engine's platform", (0,items/* list */.p)(target/* parseTarget */.hu), "What to compile for: `os/arch[/variant]`, for instance `linux/amd64, linux/arm/v7, windows/amd64`"),
    main: computed("build", "every main package", (0,items/* list */.p)(fields/* packagePattern */.hd), "Which main packages to build"),
    output: row("build", "dist/{{name}}-{{os}}-{{arch}}{{variant}}", output_template/* outputTemplate */.yJ, "Path of each binary; `.exe` is added for windows"),
    version: optional("build", "`git describe`", fields/* text */.Qq, "For `{{version}}` in `output` and `ldflags`, and for the image's labels"),
    ldflags: row("build", "", ldflagsTemplate, "Linker flags, for instance `-s -w -X main.version={{version}}`"),
    "build-tags": row("build", "", (0,items/* list */.p)(fields/* buildTag */.NQ), "Build tags, for vet, test and build"),
    "build-flags": row("build", "", (0,items/* lines */.M)(fields/* text */.Qq), "More flags for `go build`, one a line"),
    trimpath: row("build", "true", fields/* boolean */.zM, "Leave the container's paths out of the binaries"),
    cgo: row("build", "false", fields/* boolean */.zM, "Build with cgo; without it the binaries are static"),
    checksums: row("build", "true", fields/* boolean */.zM, "Write `checksums.txt` (sha256) beside the binaries"),
    image: row("image", "", (0,items/* list */.p)(image_ref/* parseImageRef */.Q), "Names to publish the image under; empty: no image"),
    "image-tags": computed("image", "by branch, tag or pull request", tag_rules/* parseTagRules */.h, "Tag rules as in docker/metadata-action: `type=schedule|semver|match|edge|ref|raw|sha,…`, one a line"),
    "image-flavor": row("image", "", (0,items/* lines */.M)(tag_flavor/* parseFlavorLine */.K), "What holds for all tags, as there: `latest=auto|true|false`, `prefix=…`, `suffix=…,onlatest=true`, one a line"),
    "image-labels": row("image", "", (0,items/* lines */.M)(fields/* label */.Pf), "Labels `key=value`, added to the computed OCI ones"),
    "image-base": row("image", "scratch", reference, "Base of the final stage: `scratch`, `alpine`, `distroless` or any reference"),
    "image-platforms": computed("image", "the linux targets", (0,items/* list */.p)(target/* parseTarget */.hu), "Platforms of the image, out of the linux targets"),
    "image-build": row("image", "binary", (0,fields/* choice */.Yq)("binary", "source"), "`binary`: COPY the tested binaries; `source`: compile inside a multistage build"),
    dockerfile: optional("image", "the repository's `Dockerfile`, else `generated`", relative_path/* relativePath */.i, "Your own Dockerfile: the tested binaries are in its context as `linux/amd64/<name>`; `generated` forces ours"),
    "image-target": optional("image", "the last stage", stageName, "Stage of your own Dockerfile that is the image"),
    "image-build-args": row("image", "", (0,items/* lines */.M)(buildArgument, argumentName), "Build arguments of your own Dockerfile: `NAME=value`, one a line; nothing secret"),
    "image-secrets": row("image", "", (0,items/* lines */.M)(imageSecret), "Secrets that your own Dockerfile mounts: `id=npm,env=NPM_TOKEN` or `id=npm,src=path`, one a line"),
    "image-entrypoint": computed("image", "the binary", (0,items/* lines */.M)(fields/* text */.Qq), "Program and its fixed arguments, one a line; the binary's name will do, and is needed only when there are several"),
    "image-cmd": row("image", "", (0,items/* lines */.M)(fields/* text */.Qq), "Default arguments, one a line"),
    "image-user": row("image", "65532:65532", fields/* numericUser */.b, "Numeric user of the image"),
    "image-files": row("image", "", (0,items/* lines */.M)(fields/* imageFile */.Ap), "Files beside the binary: `path -> /path`, one a line"),
    "image-config": row("image", "", (0,items/* lines */.M)(imageInstruction), "More of the image's configuration, one a line: `EXPOSE 8080`, `ENV A=b`, `VOLUME /data`, `WORKDIR /data`, `STOPSIGNAL SIGINT`, `HEALTHCHECK CMD /hello ping`"),
    "image-tzdata": row("image", "false", fields/* boolean */.zM, "Put Go's time zones into the image, where its base has none"),
    "image-smoke-test": row("image", "", (0,items/* lines */.M)(fields/* text */.Qq), "Arguments with which the image must run and end well on the engine's own platform before any tag leads to it, one a line"),
    provenance: row("image", "false", fields/* boolean */.zM, "Attach BuildKit's record of how the image was built; makes every image a list"),
    sbom: row("image", "false", fields/* boolean */.zM, "Attach a list of what is in the image; BuildKit pulls its scanner for that"),
    builder: optional("image", "the engine's own", builderName, "A buildx builder that you have made: `docker-container`, `remote`, `kubernetes`"),
    push: row("image", "false", fields/* boolean */.zM, "Push the image"),
    registry: optional("image", "that of the image's first name", image_ref/* parseRegistry */.l5, "The registry that `username` and `password` are for; others have an earlier login's"),
    username: optional("image", "none", fields/* text */.Qq, "User name for the registry"),
    password: optional("image", "none", fields/* text */.Qq, "Password or token for the registry"),
    artifacts: row("publish", "binaries, coverage, reports", (0,items/* list */.p)((0,fields/* choice */.Yq)("binaries", "coverage", "reports", "none")), "What to upload; `none` for nothing"),
    "artifact-name": optional("publish", "the job's name", fields/* artifactName */.Cs, "Prefix of the artifacts' names"),
    "retention-days": optional("publish", "the repository's setting", fields/* retentionDays */.Ol, "How long the artifacts are kept"),
    cache: row("publish", "auto", (0,fields/* choice */.Yq)("auto", "read-write", "read-only", "off"), "`auto`: `read-only` on pull requests, `off` on tags, else `read-write`"),
    env: row("container", "", (0,items/* lines */.M)(envVariable, envName), "Environment of the container: `NAME=value`, or `NAME` to pass the caller's value on"),
    network: row("container", "full", (0,fields/* choice */.Yq)("full", "modules", "none"), "What the container reaches: `modules` cuts it off once the modules are there, `none` from the start"),
    "docker-socket": row("container", "false", fields/* boolean */.zM, "Hand the engine's socket in, for tests that start containers: whoever has it is root on the machine"),
    memory: optional("container", "nine tenths of the engine's", fields/* memorySize */.Bl, "Memory limit of the container, for instance `4g` or `512m`"),
    cpus: optional("container", "all", fields/* cpuCount */.U7, "How many processors the container may use, for instance `2` or `0.5`"),
    "ca-certificates": optional("container", "none", relative_path/* relativePath */.i, "PEM file with more certificate roots, for the container, the image and its registries"),
    goprivate: row("container", "", (0,items/* list */.p)(fields/* privatePattern */.cm), "Private modules, as Go's GOPRIVATE names them: `github.com/acme/*`"),
    "git-token": optional("container", "none", fields/* text */.Qq, "Token for the hosts in `goprivate`; it is gone before any code of the project runs"),
};
const inputNames = Object.keys(inputTable);
/** A reference that is written as it was given. */
function reference(given) {
    (0,image_ref/* parseImageRef */.Q)(given);
    return given;
}


/***/ }),

/***/ 4221:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ lines),
/* harmony export */   p: () => (/* binding */ list)
/* harmony export */ });
/* harmony import */ var _quoted_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(2767);
/* harmony import */ var _parse_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4170);


const limit = 64;
/** Items divided by commas or new lines, or a JSON list of strings; `#` starts a comment. One given twice counts once. */
function list(parse) {
    return (value, note) => {
        const items = written(value);
        noteLeftOut(items, note);
        const wanted = items.filter(({ text }, i) => text !== "" && items.findIndex((other) => other.text === text) === i);
        return parseItems(wanted, items.length, parse, note);
    };
}
/** Items of one line each, for values that may hold commas. `shown` says what of an item a message may tell. */
function lines(parse, shown = (item) => item) {
    return (value, note) => {
        const items = withoutComments(value).map((line, i) => ({ text: line, position: i + 1 }));
        return parseItems(items, items.length, parse, note, shown);
    };
}
function written(value) {
    const texts = looksLikeJson(value) ? jsonItems(value) : plainItems(value);
    return texts.map((text, i) => ({ text: text.trim(), position: i + 1 }));
}
/** An IPv6 registry begins with a bracket, too. */
function looksLikeJson(value) {
    return value.startsWith("{") || (value.startsWith("[") && !/^\[[0-9a-f:.]+\][:/]/i.test(value));
}
function jsonItems(value) {
    const items = parsedJson(value);
    if (Array.isArray(items) && items.every((item) => typeof item === "string"))
        return items;
    throw new Error('expected a list of strings. Write for instance ["a", "b"], or the items by comma or line.');
}
function parsedJson(value) {
    try {
        return JSON.parse(value);
    }
    catch (error) {
        const place = /at position (\d+)/.exec(error instanceof Error ? error.message : "")?.[1];
        const before = value.slice(0, place === undefined ? value.length : Number(place));
        const where = `line ${before.split("\n").length}, column ${before.length - before.lastIndexOf("\n")}`;
        throw new Error(`the JSON breaks off or is wrong at ${where}. Mend it, or write the items by comma or line.`);
    }
}
function plainItems(value) {
    const alias = /(?:^|[\s:,[-])([&*][A-Za-z_]\w*)/.exec(value)?.[1];
    if (alias !== undefined)
        throw new Error(`${(0,_quoted_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .T)(alias)} is an anchor or alias of YAML, which is not followed. Write each item out.`);
    return withoutComments(value).flatMap((line) => line.split(","));
}
/** The lines that say something, trimmed. */
function withoutComments(value) {
    return value
        .split(/\r?\n/)
        .map((line) => line.replace(/(^|\s)#.*$/, "").trim())
        .filter((line) => line !== "");
}
function noteLeftOut(items, note) {
    const empty = items.filter(({ text }) => text === "");
    const seen = new Set();
    const repeated = items.filter(({ text }) => text !== "" && seen.size === seen.add(text).size);
    if (empty.length > 0)
        note?.(`${positions(empty)} empty and left out`);
    if (repeated.length > 0)
        note?.(`${positions(repeated)} there already and left out`);
}
function positions(items) {
    const [first, ...others] = items;
    if (others.length === 0)
        return `item ${first?.position} is`;
    return `${items.length} items (the first is item ${first?.position}) are`;
}
function parseItems(items, count, parse, note, shown = (item) => item) {
    if (items.length > limit)
        throw new Error(`${items.length} items are more than the limit of ${limit}. Split the run.`);
    const problems = [];
    const values = items.flatMap(({ text, position }) => {
        try {
            return [parse(text, note)];
        }
        catch (error) {
            const message = error instanceof Error ? error.message : String(error);
            problems.push({ item: shown(text), position: count > 1 ? position : undefined, message });
            return [];
        }
    });
    if (problems.length > 0)
        throw new _parse_js__WEBPACK_IMPORTED_MODULE_0__/* .ItemProblems */ ._(problems);
    return values;
}


/***/ }),

/***/ 3231:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ nearest)
/* harmony export */ });
/* harmony import */ var fastest_levenshtein__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1916);

/** The known word within two edits of what was written, if there is one. */
function nearest(word, known) {
    const best = (0,fastest_levenshtein__WEBPACK_IMPORTED_MODULE_0__/* .closest */ .kp)(word, known);
    const edits = (0,fastest_levenshtein__WEBPACK_IMPORTED_MODULE_0__/* .distance */ .Io)(word, best);
    return edits <= 2 && edits < word.length ? best : undefined;
}


/***/ }),

/***/ 6535:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $C: () => (/* binding */ pathCollisions),
/* harmony export */   VJ: () => (/* binding */ binaryPath),
/* harmony export */   yJ: () => (/* binding */ outputTemplate)
/* harmony export */ });
/* harmony import */ var _quoted_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(2767);
/* harmony import */ var _relative_path_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1837);
/* harmony import */ var _target_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(8508);
/* harmony import */ var _template_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(2295);




const outputKeys = ["name", "os", "arch", "variant", "version"];
const windowsDevices = /^(con|prn|aux|nul|com\d|lpt\d) *(\.|$)/i;
/** The `output` input: a path template below the workspace. */
function outputTemplate(template) {
    (0,_template_js__WEBPACK_IMPORTED_MODULE_2__/* .checkTemplate */ .B)(template, outputKeys);
    const path = (0,_relative_path_js__WEBPACK_IMPORTED_MODULE_0__/* .relativePath */ .i)(template);
    if (!path.includes("/")) {
        throw new Error(`the binaries would lie among the sources. Write a folder, for instance "dist/${path === "." ? "{{name}}" : path}".`);
    }
    const reserved = path.split("/").find((name) => windowsDevices.test(name) || /[. ]$/.test(name));
    if (reserved !== undefined)
        throw new Error(`Windows does not take the name ${(0,_quoted_js__WEBPACK_IMPORTED_MODULE_3__/* .quoted */ .T)(reserved)}. Choose another.`);
    return path;
}
/** Where one binary goes, relative to the workspace. */
function binaryPath(template, name, target, version) {
    const { os, arch, variant } = target;
    const safe = (value) => value.replace(/[^A-Za-z0-9._+-]+/g, "-").replace(/^[.-]+/, "");
    const path = (0,_template_js__WEBPACK_IMPORTED_MODULE_2__/* .fillTemplate */ .o)(template, { name: safe(name), os, arch, variant, version: safe(version) });
    return os === "windows" && !path.endsWith(".exe") ? `${path}.exe` : path;
}
/** The binaries that would get the same path, in words; empty when all differ. */
function pathCollisions(binaries) {
    const byPath = Map.groupBy(binaries, ({ path }) => path.toLowerCase());
    return [...byPath.values()]
        .filter((same) => same.length > 1)
        .map((same) => `${same[0]?.path} (${same.map(({ name, target }) => `${name} for ${(0,_target_js__WEBPACK_IMPORTED_MODULE_1__/* .targetName */ .je)(target)}`).join(", ")})`);
}


/***/ }),

/***/ 4170:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ ItemProblems)
/* harmony export */ });
/** Several items of one input are wrong. */
class ItemProblems extends Error {
    items;
    constructor(items) {
        super(items.map(({ message }) => message).join(" "));
        this.items = items;
    }
}


/***/ }),

/***/ 1837:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ relativePath)
/* harmony export */ });
/* harmony import */ var _first_illegal_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9156);

/** A path below the workspace, normalised, with `/` and no `./`; `.` for the workspace itself. */
const relativePath = (value) => {
    const control = (0,_first_illegal_js__WEBPACK_IMPORTED_MODULE_0__/* .firstIllegal */ .r)(value, /\P{Cc}/u);
    if (control !== undefined)
        throw new Error(`${control} is a control character. Remove it.`);
    const wrong = mistakes.find(({ pattern }) => pattern.test(value));
    if (wrong !== undefined)
        throw new Error(wrong.message);
    const parts = steps(value);
    if (parts.some((part) => part.toLowerCase() === ".git"))
        throw new Error("`.git` is not touched. Choose another folder.");
    return parts.length === 0 ? "." : parts.join("/");
};
/** The folders on the way, each a step down. */
function steps(value) {
    const parts = [];
    for (const part of value.replaceAll("\\", "/").split("/")) {
        if (part === "" || part === ".")
            continue;
        if (part.length > longestName)
            throw new Error(`a name in it has ${part.length} characters. Shorten it to ${longestName}.`);
        if (part !== "..")
            parts.push(part);
        else if (parts.pop() === undefined)
            throw new Error("the path is outside the workspace. Write a path below it.");
    }
    return parts;
}
/** Linux allows as many bytes for one name. */
const longestName = 255;
const mistakes = [
    { pattern: /^~/, message: "`~` is not expanded. Write a path relative to the workspace." },
    { pattern: /^\/|^[A-Za-z]:/, message: "the path is absolute. Write it relative to the workspace." },
    { pattern: /^-/, message: 'a path may not begin with "-". Write "./" before it.' },
];


/***/ }),

/***/ 8508:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Dm: () => (/* binding */ targetEnv),
/* harmony export */   LM: () => (/* binding */ targetPlatform),
/* harmony export */   hu: () => (/* binding */ parseTarget),
/* harmony export */   je: () => (/* binding */ targetName),
/* harmony export */   uB: () => (/* binding */ variantVariable)
/* harmony export */ });
/* harmony import */ var _first_illegal_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(9156);
/* harmony import */ var _nearest_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3231);


/**
 * Every GOOS and GOARCH that a Go release from 1.8 to 1.27 names in `go tool dist list`.
 * Which pairs a given Go knows is asked of that Go.
 */
const goos = "aix android darwin dragonfly freebsd illumos ios js linux nacl netbsd openbsd plan9 solaris wasip1 windows".split(" ");
const goarch = "386 amd64 amd64p32 arm arm64 loong64 mips mips64 mips64le mipsle ppc64 ppc64le riscv64 s390x wasm".split(" ");
/** How each architecture takes its variant: the variable of the go command, and the values it allows. */
const variants = {
    amd64: { variable: "GOAMD64", values: ["v1", "v2", "v3", "v4"] },
    arm: { variable: "GOARM", values: ["v5", "v6", "v7"] },
    arm64: {
        variable: "GOARM64",
        values: [
            "v8",
            "v8.0",
            "v8.1",
            "v8.2",
            "v8.3",
            "v8.4",
            "v8.5",
            "v8.6",
            "v8.7",
            "v8.8",
            "v8.9",
            "v9.0",
            "v9.1",
            "v9.2",
            "v9.3",
            "v9.4",
            "v9.5",
        ],
    },
    "386": { variable: "GO386", values: ["sse2", "softfloat"] },
    mips: { variable: "GOMIPS", values: ["hardfloat", "softfloat"] },
    mipsle: { variable: "GOMIPS", values: ["hardfloat", "softfloat"] },
    mips64: { variable: "GOMIPS64", values: ["hardfloat", "softfloat"] },
    mips64le: { variable: "GOMIPS64", values: ["hardfloat", "softfloat"] },
    ppc64: { variable: "GOPPC64", values: ["power8", "power9", "power10"] },
    ppc64le: { variable: "GOPPC64", values: ["power8", "power9", "power10"] },
    riscv64: { variable: "GORISCV64", values: ["rva20u64", "rva22u64", "rva23u64"] },
};
/** Reads one target; throws a reason with its remedy. */
function parseTarget(text) {
    (0,_first_illegal_js__WEBPACK_IMPORTED_MODULE_1__/* .allowOnly */ .A)(/[A-Za-z0-9._/]/, text, "a target", "linux/amd64");
    const [os = "", arch = "", variant = "", ...rest] = text.split("/");
    if (arch === "" || rest.length > 0) {
        throw new Error('a target is written GOOS/GOARCH or GOOS/GOARCH/variant, and there is no "all". Write for instance "linux/amd64".');
    }
    if (text !== text.toLowerCase())
        throw new Error(`targets are lower case. Write "${text.toLowerCase()}".`);
    if (goarch.includes(os) && goos.includes(arch))
        throw new Error(`the two parts are swapped. Write "${arch}/${os}".`);
    if (!goos.includes(os))
        throw new Error(unknown("GOOS", os, goos));
    if (!goarch.includes(arch))
        throw new Error(unknown("GOARCH", arch, goarch));
    checkVariant(os, arch, variant);
    return { os, arch, variant };
}
function checkVariant(os, arch, variant) {
    const allowed = variants[arch]?.values ?? [];
    if (variant === "" || allowed.includes(variant))
        return;
    throw new Error(allowed.length === 0
        ? `${arch} has no variants. Write "${os}/${arch}".`
        : `${arch} has no variant "${variant}". Use one of ${allowed.join(", ")}.`);
}
function unknown(kind, got, known) {
    const near = (0,_nearest_js__WEBPACK_IMPORTED_MODULE_0__/* .nearest */ .p)(got, known);
    return `unknown ${kind} "${got}"${near === undefined ? "." : `; did you mean "${near}"?`} Run "go tool dist list" for all.`;
}
/** `linux/arm/v7`. */
function targetName({ os, arch, variant }) {
    return variant === "" ? `${os}/${arch}` : `${os}/${arch}/${variant}`;
}
/** The variable by which the go command is told the variant; undefined where the target names none. */
function variantVariable({ arch, variant }) {
    return variant === "" ? undefined : variants[arch]?.variable;
}
/** What the go command needs in its environment to compile for the target. */
function targetEnv(target) {
    const { os, arch, variant } = target;
    const variable = variantVariable(target);
    return { GOOS: os, GOARCH: arch, ...(variable === undefined ? {} : { [variable]: goVariant(arch, variant) }) };
}
/** GOARM is a bare number, and GOARM64 wants the minor version that an OCI platform leaves out. */
function goVariant(arch, variant) {
    if (arch === "arm")
        return variant.slice(1);
    return arch === "arm64" && variant === "v8" ? "v8.0" : variant;
}
/** The OCI platform on which the target's binary runs. `amd64/v1` and `arm64/v8` are the defaults, and left out. */
function targetPlatform(target) {
    const { os, arch, variant } = target;
    if (arch === "arm")
        return `${os}/arm/${variant === "" ? "v7" : variant}`;
    return arch === "amd64" && variant !== "" && variant !== "v1" ? targetName(target) : `${os}/${arch}`;
}


/***/ }),

/***/ 2295:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  B: () => (/* binding */ checkTemplate),
  o: () => (/* binding */ fillTemplate)
});

;// CONCATENATED MODULE: ./node_modules/mustache/mustache.mjs
/*!
 * mustache.js - Logic-less {{mustache}} templates with JavaScript
 * http://github.com/janl/mustache.js
 */

var objectToString = Object.prototype.toString;
var isArray = Array.isArray || function isArrayPolyfill (object) {
  return objectToString.call(object) === '[object Array]';
};

function isFunction (object) {
  return typeof object === 'function';
}

/**
 * More correct typeof string handling array
 * which normally returns typeof 'object'
 */
function typeStr (obj) {
  return isArray(obj) ? 'array' : typeof obj;
}

function escapeRegExp (string) {
  return string.replace(/[\-\[\]{}()*+?.,\\\^$|#\s]/g, '\\$&');
}

/**
 * Null safe way of checking whether or not an object,
 * including its prototype, has a given property
 */
function hasProperty (obj, propName) {
  return obj != null && typeof obj === 'object' && (propName in obj);
}

/**
 * Safe way of detecting whether or not the given thing is a primitive and
 * whether it has the given property
 */
function primitiveHasOwnProperty (primitive, propName) {
  return (
    primitive != null
    && typeof primitive !== 'object'
    && primitive.hasOwnProperty
    && primitive.hasOwnProperty(propName)
  );
}

// Workaround for https://issues.apache.org/jira/browse/COUCHDB-577
// See https://github.com/janl/mustache.js/issues/189
var regExpTest = RegExp.prototype.test;
function testRegExp (re, string) {
  return regExpTest.call(re, string);
}

var nonSpaceRe = /\S/;
function isWhitespace (string) {
  return !testRegExp(nonSpaceRe, string);
}

var entityMap = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '/': '&#x2F;',
  '`': '&#x60;',
  '=': '&#x3D;'
};

function escapeHtml (string) {
  return String(string).replace(/[&<>"'`=\/]/g, function fromEntityMap (s) {
    return entityMap[s];
  });
}

var whiteRe = /\s*/;
var spaceRe = /\s+/;
var equalsRe = /\s*=/;
var curlyRe = /\s*\}/;
var tagRe = /#|\^|\/|>|\{|&|=|!/;

/**
 * Breaks up the given `template` string into a tree of tokens. If the `tags`
 * argument is given here it must be an array with two string values: the
 * opening and closing tags used in the template (e.g. [ "<%", "%>" ]). Of
 * course, the default is to use mustaches (i.e. mustache.tags).
 *
 * A token is an array with at least 4 elements. The first element is the
 * mustache symbol that was used inside the tag, e.g. "#" or "&". If the tag
 * did not contain a symbol (i.e. {{myValue}}) this element is "name". For
 * all text that appears outside a symbol this element is "text".
 *
 * The second element of a token is its "value". For mustache tags this is
 * whatever else was inside the tag besides the opening symbol. For text tokens
 * this is the text itself.
 *
 * The third and fourth elements of the token are the start and end indices,
 * respectively, of the token in the original template.
 *
 * Tokens that are the root node of a subtree contain two more elements: 1) an
 * array of tokens in the subtree and 2) the index in the original template at
 * which the closing tag for that section begins.
 *
 * Tokens for partials also contain two more elements: 1) a string value of
 * indendation prior to that tag and 2) the index of that tag on that line -
 * eg a value of 2 indicates the partial is the third tag on this line.
 */
function parseTemplate (template, tags) {
  if (!template)
    return [];
  var lineHasNonSpace = false;
  var sections = [];     // Stack to hold section tokens
  var tokens = [];       // Buffer to hold the tokens
  var spaces = [];       // Indices of whitespace tokens on the current line
  var hasTag = false;    // Is there a {{tag}} on the current line?
  var nonSpace = false;  // Is there a non-space char on the current line?
  var indentation = '';  // Tracks indentation for tags that use it
  var tagIndex = 0;      // Stores a count of number of tags encountered on a line

  // Strips all whitespace tokens array for the current line
  // if there was a {{#tag}} on it and otherwise only space.
  function stripSpace () {
    if (hasTag && !nonSpace) {
      while (spaces.length)
        delete tokens[spaces.pop()];
    } else {
      spaces = [];
    }

    hasTag = false;
    nonSpace = false;
  }

  var openingTagRe, closingTagRe, closingCurlyRe;
  function compileTags (tagsToCompile) {
    if (typeof tagsToCompile === 'string')
      tagsToCompile = tagsToCompile.split(spaceRe, 2);

    if (!isArray(tagsToCompile) || tagsToCompile.length !== 2)
      throw new Error('Invalid tags: ' + tagsToCompile);

    openingTagRe = new RegExp(escapeRegExp(tagsToCompile[0]) + '\\s*');
    closingTagRe = new RegExp('\\s*' + escapeRegExp(tagsToCompile[1]));
    closingCurlyRe = new RegExp('\\s*' + escapeRegExp('}' + tagsToCompile[1]));
  }

  compileTags(tags || mustache.tags);

  var scanner = new Scanner(template);

  var start, type, value, chr, token, openSection;
  while (!scanner.eos()) {
    start = scanner.pos;

    // Match any text between tags.
    value = scanner.scanUntil(openingTagRe);

    if (value) {
      for (var i = 0, valueLength = value.length; i < valueLength; ++i) {
        chr = value.charAt(i);

        if (isWhitespace(chr)) {
          spaces.push(tokens.length);
          indentation += chr;
        } else {
          nonSpace = true;
          lineHasNonSpace = true;
          indentation += ' ';
        }

        tokens.push([ 'text', chr, start, start + 1 ]);
        start += 1;

        // Check for whitespace on the current line.
        if (chr === '\n') {
          stripSpace();
          indentation = '';
          tagIndex = 0;
          lineHasNonSpace = false;
        }
      }
    }

    // Match the opening tag.
    if (!scanner.scan(openingTagRe))
      break;

    hasTag = true;

    // Get the tag type.
    type = scanner.scan(tagRe) || 'name';
    scanner.scan(whiteRe);

    // Get the tag value.
    if (type === '=') {
      value = scanner.scanUntil(equalsRe);
      scanner.scan(equalsRe);
      scanner.scanUntil(closingTagRe);
    } else if (type === '{') {
      value = scanner.scanUntil(closingCurlyRe);
      scanner.scan(curlyRe);
      scanner.scanUntil(closingTagRe);
      type = '&';
    } else {
      value = scanner.scanUntil(closingTagRe);
    }

    // Match the closing tag.
    if (!scanner.scan(closingTagRe))
      throw new Error('Unclosed tag at ' + scanner.pos);

    if (type == '>') {
      token = [ type, value, start, scanner.pos, indentation, tagIndex, lineHasNonSpace ];
    } else {
      token = [ type, value, start, scanner.pos ];
    }
    tagIndex++;
    tokens.push(token);

    if (type === '#' || type === '^') {
      sections.push(token);
    } else if (type === '/') {
      // Check section nesting.
      openSection = sections.pop();

      if (!openSection)
        throw new Error('Unopened section "' + value + '" at ' + start);

      if (openSection[1] !== value)
        throw new Error('Unclosed section "' + openSection[1] + '" at ' + start);
    } else if (type === 'name' || type === '{' || type === '&') {
      nonSpace = true;
    } else if (type === '=') {
      // Set the tags for the next time around.
      compileTags(value);
    }
  }

  stripSpace();

  // Make sure there are no open sections when we're done.
  openSection = sections.pop();

  if (openSection)
    throw new Error('Unclosed section "' + openSection[1] + '" at ' + scanner.pos);

  return nestTokens(squashTokens(tokens));
}

/**
 * Combines the values of consecutive text tokens in the given `tokens` array
 * to a single token.
 */
function squashTokens (tokens) {
  var squashedTokens = [];

  var token, lastToken;
  for (var i = 0, numTokens = tokens.length; i < numTokens; ++i) {
    token = tokens[i];

    if (token) {
      if (token[0] === 'text' && lastToken && lastToken[0] === 'text') {
        lastToken[1] += token[1];
        lastToken[3] = token[3];
      } else {
        squashedTokens.push(token);
        lastToken = token;
      }
    }
  }

  return squashedTokens;
}

/**
 * Forms the given array of `tokens` into a nested tree structure where
 * tokens that represent a section have two additional items: 1) an array of
 * all tokens that appear in that section and 2) the index in the original
 * template that represents the end of that section.
 */
function nestTokens (tokens) {
  var nestedTokens = [];
  var collector = nestedTokens;
  var sections = [];

  var token, section;
  for (var i = 0, numTokens = tokens.length; i < numTokens; ++i) {
    token = tokens[i];

    switch (token[0]) {
      case '#':
      case '^':
        collector.push(token);
        sections.push(token);
        collector = token[4] = [];
        break;
      case '/':
        section = sections.pop();
        section[5] = token[2];
        collector = sections.length > 0 ? sections[sections.length - 1][4] : nestedTokens;
        break;
      default:
        collector.push(token);
    }
  }

  return nestedTokens;
}

/**
 * A simple string scanner that is used by the template parser to find
 * tokens in template strings.
 */
function Scanner (string) {
  this.string = string;
  this.tail = string;
  this.pos = 0;
}

/**
 * Returns `true` if the tail is empty (end of string).
 */
Scanner.prototype.eos = function eos () {
  return this.tail === '';
};

/**
 * Tries to match the given regular expression at the current position.
 * Returns the matched text if it can match, the empty string otherwise.
 */
Scanner.prototype.scan = function scan (re) {
  var match = this.tail.match(re);

  if (!match || match.index !== 0)
    return '';

  var string = match[0];

  this.tail = this.tail.substring(string.length);
  this.pos += string.length;

  return string;
};

/**
 * Skips all text until the given regular expression can be matched. Returns
 * the skipped string, which is the entire tail if no match can be made.
 */
Scanner.prototype.scanUntil = function scanUntil (re) {
  var index = this.tail.search(re), match;

  switch (index) {
    case -1:
      match = this.tail;
      this.tail = '';
      break;
    case 0:
      match = '';
      break;
    default:
      match = this.tail.substring(0, index);
      this.tail = this.tail.substring(index);
  }

  this.pos += match.length;

  return match;
};

/**
 * Represents a rendering context by wrapping a view object and
 * maintaining a reference to the parent context.
 */
function Context (view, parentContext) {
  this.view = view;
  this.cache = { '.': this.view };
  this.parent = parentContext;
}

/**
 * Creates a new context using the given view with this context
 * as the parent.
 */
Context.prototype.push = function push (view) {
  return new Context(view, this);
};

/**
 * Returns the value of the given name in this context, traversing
 * up the context hierarchy if the value is absent in this context's view.
 */
Context.prototype.lookup = function lookup (name) {
  var cache = this.cache;

  var value;
  if (cache.hasOwnProperty(name)) {
    value = cache[name];
  } else {
    var context = this, intermediateValue, names, index, lookupHit = false;

    while (context) {
      if (name.indexOf('.') > 0) {
        intermediateValue = context.view;
        names = name.split('.');
        index = 0;

        /**
         * Using the dot notion path in `name`, we descend through the
         * nested objects.
         *
         * To be certain that the lookup has been successful, we have to
         * check if the last object in the path actually has the property
         * we are looking for. We store the result in `lookupHit`.
         *
         * This is specially necessary for when the value has been set to
         * `undefined` and we want to avoid looking up parent contexts.
         *
         * In the case where dot notation is used, we consider the lookup
         * to be successful even if the last "object" in the path is
         * not actually an object but a primitive (e.g., a string, or an
         * integer), because it is sometimes useful to access a property
         * of an autoboxed primitive, such as the length of a string.
         **/
        while (intermediateValue != null && index < names.length) {
          if (index === names.length - 1)
            lookupHit = (
              hasProperty(intermediateValue, names[index])
              || primitiveHasOwnProperty(intermediateValue, names[index])
            );

          intermediateValue = intermediateValue[names[index++]];
        }
      } else {
        intermediateValue = context.view[name];

        /**
         * Only checking against `hasProperty`, which always returns `false` if
         * `context.view` is not an object. Deliberately omitting the check
         * against `primitiveHasOwnProperty` if dot notation is not used.
         *
         * Consider this example:
         * ```
         * Mustache.render("The length of a football field is {{#length}}{{length}}{{/length}}.", {length: "100 yards"})
         * ```
         *
         * If we were to check also against `primitiveHasOwnProperty`, as we do
         * in the dot notation case, then render call would return:
         *
         * "The length of a football field is 9."
         *
         * rather than the expected:
         *
         * "The length of a football field is 100 yards."
         **/
        lookupHit = hasProperty(context.view, name);
      }

      if (lookupHit) {
        value = intermediateValue;
        break;
      }

      context = context.parent;
    }

    cache[name] = value;
  }

  if (isFunction(value))
    value = value.call(this.view);

  return value;
};

/**
 * A Writer knows how to take a stream of tokens and render them to a
 * string, given a context. It also maintains a cache of templates to
 * avoid the need to parse the same template twice.
 */
function Writer () {
  this.templateCache = {
    _cache: {},
    set: function set (key, value) {
      this._cache[key] = value;
    },
    get: function get (key) {
      return this._cache[key];
    },
    clear: function clear () {
      this._cache = {};
    }
  };
}

/**
 * Clears all cached templates in this writer.
 */
Writer.prototype.clearCache = function clearCache () {
  if (typeof this.templateCache !== 'undefined') {
    this.templateCache.clear();
  }
};

/**
 * Parses and caches the given `template` according to the given `tags` or
 * `mustache.tags` if `tags` is omitted,  and returns the array of tokens
 * that is generated from the parse.
 */
Writer.prototype.parse = function parse (template, tags) {
  var cache = this.templateCache;
  var cacheKey = template + ':' + (tags || mustache.tags).join(':');
  var isCacheEnabled = typeof cache !== 'undefined';
  var tokens = isCacheEnabled ? cache.get(cacheKey) : undefined;

  if (tokens == undefined) {
    tokens = parseTemplate(template, tags);
    isCacheEnabled && cache.set(cacheKey, tokens);
  }
  return tokens;
};

/**
 * High-level method that is used to render the given `template` with
 * the given `view`.
 *
 * The optional `partials` argument may be an object that contains the
 * names and templates of partials that are used in the template. It may
 * also be a function that is used to load partial templates on the fly
 * that takes a single argument: the name of the partial.
 *
 * If the optional `config` argument is given here, then it should be an
 * object with a `tags` attribute or an `escape` attribute or both.
 * If an array is passed, then it will be interpreted the same way as
 * a `tags` attribute on a `config` object.
 *
 * The `tags` attribute of a `config` object must be an array with two
 * string values: the opening and closing tags used in the template (e.g.
 * [ "<%", "%>" ]). The default is to mustache.tags.
 *
 * The `escape` attribute of a `config` object must be a function which
 * accepts a string as input and outputs a safely escaped string.
 * If an `escape` function is not provided, then an HTML-safe string
 * escaping function is used as the default.
 */
Writer.prototype.render = function render (template, view, partials, config) {
  var tags = this.getConfigTags(config);
  var tokens = this.parse(template, tags);
  var context = (view instanceof Context) ? view : new Context(view, undefined);
  return this.renderTokens(tokens, context, partials, template, config);
};

/**
 * Low-level method that renders the given array of `tokens` using
 * the given `context` and `partials`.
 *
 * Note: The `originalTemplate` is only ever used to extract the portion
 * of the original template that was contained in a higher-order section.
 * If the template doesn't use higher-order sections, this argument may
 * be omitted.
 */
Writer.prototype.renderTokens = function renderTokens (tokens, context, partials, originalTemplate, config) {
  var buffer = '';

  var token, symbol, value;
  for (var i = 0, numTokens = tokens.length; i < numTokens; ++i) {
    value = undefined;
    token = tokens[i];
    symbol = token[0];

    if (symbol === '#') value = this.renderSection(token, context, partials, originalTemplate, config);
    else if (symbol === '^') value = this.renderInverted(token, context, partials, originalTemplate, config);
    else if (symbol === '>') value = this.renderPartial(token, context, partials, config);
    else if (symbol === '&') value = this.unescapedValue(token, context);
    else if (symbol === 'name') value = this.escapedValue(token, context, config);
    else if (symbol === 'text') value = this.rawValue(token);

    if (value !== undefined)
      buffer += value;
  }

  return buffer;
};

Writer.prototype.renderSection = function renderSection (token, context, partials, originalTemplate, config) {
  var self = this;
  var buffer = '';
  var value = context.lookup(token[1]);

  // This function is used to render an arbitrary template
  // in the current context by higher-order sections.
  function subRender (template) {
    return self.render(template, context, partials, config);
  }

  if (!value) return;

  if (isArray(value)) {
    for (var j = 0, valueLength = value.length; j < valueLength; ++j) {
      buffer += this.renderTokens(token[4], context.push(value[j]), partials, originalTemplate, config);
    }
  } else if (typeof value === 'object' || typeof value === 'string' || typeof value === 'number') {
    buffer += this.renderTokens(token[4], context.push(value), partials, originalTemplate, config);
  } else if (isFunction(value)) {
    if (typeof originalTemplate !== 'string')
      throw new Error('Cannot use higher-order sections without the original template');

    // Extract the portion of the original template that the section contains.
    value = value.call(context.view, originalTemplate.slice(token[3], token[5]), subRender);

    if (value != null)
      buffer += value;
  } else {
    buffer += this.renderTokens(token[4], context, partials, originalTemplate, config);
  }
  return buffer;
};

Writer.prototype.renderInverted = function renderInverted (token, context, partials, originalTemplate, config) {
  var value = context.lookup(token[1]);

  // Use JavaScript's definition of falsy. Include empty arrays.
  // See https://github.com/janl/mustache.js/issues/186
  if (!value || (isArray(value) && value.length === 0))
    return this.renderTokens(token[4], context, partials, originalTemplate, config);
};

Writer.prototype.indentPartial = function indentPartial (partial, indentation, lineHasNonSpace) {
  var filteredIndentation = indentation.replace(/[^ \t]/g, '');
  var partialByNl = partial.split('\n');
  for (var i = 0; i < partialByNl.length; i++) {
    if (partialByNl[i].length && (i > 0 || !lineHasNonSpace)) {
      partialByNl[i] = filteredIndentation + partialByNl[i];
    }
  }
  return partialByNl.join('\n');
};

Writer.prototype.renderPartial = function renderPartial (token, context, partials, config) {
  if (!partials) return;
  var tags = this.getConfigTags(config);

  var value = isFunction(partials) ? partials(token[1]) : partials[token[1]];
  if (value != null) {
    var lineHasNonSpace = token[6];
    var tagIndex = token[5];
    var indentation = token[4];
    var indentedValue = value;
    if (tagIndex == 0 && indentation) {
      indentedValue = this.indentPartial(value, indentation, lineHasNonSpace);
    }
    var tokens = this.parse(indentedValue, tags);
    return this.renderTokens(tokens, context, partials, indentedValue, config);
  }
};

Writer.prototype.unescapedValue = function unescapedValue (token, context) {
  var value = context.lookup(token[1]);
  if (value != null)
    return value;
};

Writer.prototype.escapedValue = function escapedValue (token, context, config) {
  var escape = this.getConfigEscape(config) || mustache.escape;
  var value = context.lookup(token[1]);
  if (value != null)
    return (typeof value === 'number' && escape === mustache.escape) ? String(value) : escape(value);
};

Writer.prototype.rawValue = function rawValue (token) {
  return token[1];
};

Writer.prototype.getConfigTags = function getConfigTags (config) {
  if (isArray(config)) {
    return config;
  }
  else if (config && typeof config === 'object') {
    return config.tags;
  }
  else {
    return undefined;
  }
};

Writer.prototype.getConfigEscape = function getConfigEscape (config) {
  if (config && typeof config === 'object' && !isArray(config)) {
    return config.escape;
  }
  else {
    return undefined;
  }
};

var mustache = {
  name: 'mustache.js',
  version: '4.2.0',
  tags: [ '{{', '}}' ],
  clearCache: undefined,
  escape: undefined,
  parse: undefined,
  render: undefined,
  Scanner: undefined,
  Context: undefined,
  Writer: undefined,
  /**
   * Allows a user to override the default caching strategy, by providing an
   * object with set, get and clear methods. This can also be used to disable
   * the cache by setting it to the literal `undefined`.
   */
  set templateCache (cache) {
    defaultWriter.templateCache = cache;
  },
  /**
   * Gets the default or overridden caching object from the default writer.
   */
  get templateCache () {
    return defaultWriter.templateCache;
  }
};

// All high-level mustache.* functions use this writer.
var defaultWriter = new Writer();

/**
 * Clears all cached templates in the default writer.
 */
mustache.clearCache = function clearCache () {
  return defaultWriter.clearCache();
};

/**
 * Parses and caches the given template in the default writer and returns the
 * array of tokens it contains. Doing this ahead of time avoids the need to
 * parse templates on the fly as they are rendered.
 */
mustache.parse = function parse (template, tags) {
  return defaultWriter.parse(template, tags);
};

/**
 * Renders the `template` with the given `view`, `partials`, and `config`
 * using the default writer.
 */
mustache.render = function render (template, view, partials, config) {
  if (typeof template !== 'string') {
    throw new TypeError('Invalid template! Template should be a "string" ' +
                        'but "' + typeStr(template) + '" was given as the first ' +
                        'argument for mustache#render(template, view, partials)');
  }

  return defaultWriter.render(template, view, partials, config);
};

// Export the escaping function so that the user may override it.
// See https://github.com/janl/mustache.js/issues/244
mustache.escape = escapeHtml;

// Export these mainly for testing, but also for advanced usage.
mustache.Scanner = Scanner;
mustache.Context = Context;
mustache.Writer = Writer;

/* harmony default export */ const mustache_mustache = (mustache);

// EXTERNAL MODULE: ./lib/inputs/nearest.js
var nearest = __nccwpck_require__(3231);
;// CONCATENATED MODULE: ./lib/inputs/template.js


/** Fills `{{key}}` in a text that `checkTemplate` accepted. */
function fillTemplate(template, values) {
    return mustache_mustache.render(template, values, undefined, { escape: (value) => value });
}
/** Throws the reason and the remedy when a template is not closed, or names a key that is not known. */
function checkTemplate(template, keys) {
    for (const [kind, name] of parts(template)) {
        if (kind === "text")
            continue;
        if (kind !== "name" && kind !== "&")
            throw new Error(`"{{${kind}${name}}}" is not a plain key. Use ${keyList(keys)}.`);
        if (keys.includes(name))
            continue;
        const near = (0,nearest/* nearest */.p)(name, keys);
        throw new Error(`unknown key "{{${name}}}"${near ? `; did you mean "{{${near}}}"?` : "."} Use ${keyList(keys)}.`);
    }
}
function parts(template) {
    try {
        return mustache_mustache.parse(template).map(([kind, name]) => [kind, name]);
    }
    catch (error) {
        const reason = error instanceof Error ? error.message.toLowerCase() : String(error);
        throw new Error(`${reason} of the template. Close every "{{" with "}}".`);
    }
}
function keyList(keys) {
    return keys.map((key) => `{{${key}}}`).join(", ");
}


/***/ }),

/***/ 563:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ ownerText),
/* harmony export */   z: () => (/* binding */ isAbandoned)
/* harmony export */ });
function ownerText({ pid, startedAt, machine, until }) {
    return [pid, startedAt, machine, until].join("/");
}
/** Whether what bears this text is nobody's any more. What cannot be read may be a later version's: it is left alone. */
function isAbandoned(text, here) {
    const [, pid, startedAt, machine, until] = /^(\d+)\/(\d*)\/([^/]*)\/(\d+)$/.exec(text.trim()) ?? [];
    if (pid === undefined)
        return false;
    // Another machine's or another container's process cannot be looked up from here.
    return machine === here.machine ? here.startedAt(Number(pid)) !== startedAt : Number(until) < here.now;
}


/***/ }),

/***/ 5634:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ thisProcess),
/* harmony export */   i: () => (/* binding */ surroundings)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(8161);


/** No run takes longer than the longest of its steps may, several times over. */
const longestRun = 4 * 24 * 3600;
const now = () => Math.floor(Date.now() / 1000);
/** This process as the owner of what it makes. */
function thisProcess() {
    return { pid: process.pid, startedAt: startedAt(process.pid) ?? "", machine: machine(), until: now() + longestRun };
}
function surroundings() {
    return { machine: machine(), now: now(), startedAt };
}
function machine() {
    try {
        const boot = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)("/proc/sys/kernel/random/boot_id", "utf8").trim();
        return `${boot}-${(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readlinkSync)("/proc/self/ns/pid").replace(/\D/g, "")}`;
    }
    catch {
        // No /proc: a laptop, whose name will do.
        return (0,node_os__WEBPACK_IMPORTED_MODULE_1__.hostname)();
    }
}
function startedAt(pid) {
    try {
        // The command's name stands in brackets and may hold anything; the 20th field after it is the start.
        const stat = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(`/proc/${pid}/stat`, "utf8");
        return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19];
    }
    catch {
        return isAlive(pid) ? "" : undefined;
    }
}
function isAlive(pid) {
    try {
        return process.kill(pid, 0);
    }
    catch (error) {
        return error.code === "EPERM";
    }
}


/***/ }),

/***/ 9385:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ commandOf),
/* harmony export */   V: () => (/* binding */ stepNames)
/* harmony export */ });
/** The steps a user can name, in the order in which they run. */
const stepNames = ["fmt", "vet", "test", "build"];
/** What the engine is to run. A check ends with all that it left running, so that it cannot meddle with the next. */
function commandOf({ kind }, { command, workdir, env, oneStream }) {
    const words = oneStream === true ? ["sh", "-c", 'exec "$@" 2>&1', "sh", ...command] : command;
    return { command: words, workdir, env, alone: kind === "check" };
}


/***/ }),

/***/ 2767:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ quoted)
/* harmony export */ });
/** A foreign value as messages show it: JSON-escaped, at most 120 characters. */
function quoted(value) {
    return JSON.stringify(value.length > 120 ? `${value.slice(0, 117)}...` : value);
}


/***/ }),

/***/ 955:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ parseProfile)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(452);

const modeLine = /^mode: (set|count|atomic)$/;
const blockLine = /^(.+):((\d+)\.\d+,(\d+)\.\d+) (\d+) (\d+)$/;
// No Go source is longer, and a forged range must not fill the memory.
const longestBlock = 1_000_000;
/** Parses one or several profiles as one. Blocks repeat with `-coverpkg`, once for each test binary. */
function parseProfile(texts) {
    let mode;
    const blocks = new Map();
    for (const line of texts.flatMap((text) => text.split(/\r?\n/)).filter((line) => line !== "")) {
        const [, named] = modeLine.exec(line) ?? [];
        if (named !== undefined) {
            if (mode !== undefined && mode !== named)
                throw broken(`it has the modes ${mode} and ${named}`);
            mode = named;
            continue;
        }
        if (mode === undefined)
            throw broken(`no \`mode:\` line stands before ${JSON.stringify(line.slice(0, 120))}`);
        add(blocks, parseBlock(line), mode);
    }
    return mode && { mode, blocks: [...blocks.values()] };
}
function add(blocks, block, mode) {
    const key = `${block.file}:${block.range}`;
    const known = blocks.get(key);
    if (known && known.statements !== block.statements)
        throw broken(`${key} has two numbers of statements`);
    const count = known?.count ?? 0;
    blocks.set(key, { ...block, count: mode === "set" ? Math.max(count, block.count) : count + block.count });
}
function parseBlock(line) {
    const [, file, range, first, last, statements, count] = blockLine.exec(line) ?? [];
    if (file === undefined || range === undefined)
        throw broken(`no block is ${JSON.stringify(line.slice(0, 120))}`);
    const [firstLine, lastLine] = [Number(first), Number(last)];
    if (lastLine < firstLine || lastLine - firstLine > longestBlock)
        throw broken(`${range} is no range of lines`);
    return { file, range, firstLine, lastLine, statements: Number(statements), count: Number(count) };
}
function broken(reason) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .OutputError */ .u7(`The cover profile cannot be read: ${reason}.`, "Let `go test` alone write it: a test or a flag in `test-args` writes to the same file or changes the mode.");
}


/***/ }),

/***/ 3012:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   KN: () => (/* binding */ percent),
/* harmony export */   Ns: () => (/* binding */ mergeProfiles),
/* harmony export */   cz: () => (/* binding */ sum),
/* harmony export */   tn: () => (/* binding */ readCoverage),
/* harmony export */   z1: () => (/* binding */ profileText)
/* harmony export */ });
/* harmony import */ var _cover_profile_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(955);

/** One profile out of many, each block once. Empty texts are skipped: Go 1.8 writes none for packages without tests. */
function mergeProfiles(texts) {
    const profile = (0,_cover_profile_js__WEBPACK_IMPORTED_MODULE_0__/* .parseProfile */ .j)(texts);
    return profile === undefined ? "" : profileText(profile);
}
function profileText({ mode, blocks }) {
    const lines = blocks.map(({ file, range, statements, count }) => `${file}:${range} ${statements} ${count}`);
    return `${[`mode: ${mode}`, ...lines].join("\n")}\n`;
}
/** Coverage by statement, packages sorted by import path. */
function readCoverage(profile) {
    const packages = new Map();
    for (const { file, statements, count } of (0,_cover_profile_js__WEBPACK_IMPORTED_MODULE_0__/* .parseProfile */ .j)([profile])?.blocks ?? []) {
        const name = file.slice(0, file.lastIndexOf("/"));
        const known = packages.get(name) ?? { package: name, covered: 0, statements: 0 };
        const covered = known.covered + (count > 0 ? statements : 0);
        packages.set(name, { package: name, covered, statements: known.statements + statements });
    }
    const sorted = [...packages.values()].sort((a, b) => (a.package < b.package ? -1 : 1));
    return { percent: percent(sum(sorted, "covered"), sum(sorted, "statements")), packages: sorted };
}
/** Over all packages. */
const sum = (packages, field) => packages.reduce((total, one) => total + one[field], 0);
/** As Go prints it with `%.1f`: of two equally near decimals the even one, where JavaScript takes the larger. */
function percent(covered, statements) {
    const exact = statements === 0 ? 0 : (100 * covered) / statements;
    return (exact % 1 === 0.25 ? exact - 0.05 : exact).toFixed(1);
}


/***/ }),

/***/ 2115:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ packageChange),
/* harmony export */   z: () => (/* binding */ coverageChange)
/* harmony export */ });
/* harmony import */ var _reading_coverage_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3012);

/** How far the whole coverage has moved since an earlier commit; undefined when none is known. */
function coverageChange({ coverage, earlierCoverage }) {
    if (coverage === undefined || earlierCoverage === undefined)
        return undefined;
    const { sha, packages } = earlierCoverage;
    const before = (0,_reading_coverage_js__WEBPACK_IMPORTED_MODULE_0__/* .percent */ .KN)((0,_reading_coverage_js__WEBPACK_IMPORTED_MODULE_0__/* .sum */ .cz)(packages, "covered"), (0,_reading_coverage_js__WEBPACK_IMPORTED_MODULE_0__/* .sum */ .cz)(packages, "statements"));
    return { sha, points: difference(coverage.percent, before) };
}
/** `+1.2`, `-0.4`, `±0.0`, or `new`. */
function packageChange(now, { packages }) {
    const before = packages.find((one) => one.package === now.package);
    if (before === undefined)
        return "new";
    return difference((0,_reading_coverage_js__WEBPACK_IMPORTED_MODULE_0__/* .percent */ .KN)(now.covered, now.statements), (0,_reading_coverage_js__WEBPACK_IMPORTED_MODULE_0__/* .percent */ .KN)(before.covered, before.statements));
}
/** Of two figures as they are shown, so that they add up for the reader. */
function difference(now, before) {
    const points = (Number(now) - Number(before)).toFixed(1);
    if (Number(points) === 0)
        return "±0.0";
    return Number(points) > 0 ? `+${points}` : points;
}


/***/ }),

/***/ 4075:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   LS: () => (/* binding */ plural),
/* harmony export */   Nj: () => (/* binding */ humanSeconds),
/* harmony export */   TN: () => (/* binding */ oneLine),
/* harmony export */   Xe: () => (/* binding */ humanSize),
/* harmony export */   zF: () => (/* binding */ totalsText)
/* harmony export */ });
const units = ["B", "KiB", "MiB", "GiB", "TiB"];
/** Bytes for people: `1.4 MiB`. */
function humanSize(bytes) {
    // 1,023.96 KiB would be rounded to `1024.0 KiB`.
    const power = units.findIndex((_, i) => i === units.length - 1 || Math.round((bytes / 1024 ** i) * 10) < 10240);
    return power === 0 ? `${bytes} B` : `${(bytes / 1024 ** power).toFixed(1)} ${units[power]}`;
}
function humanSeconds(seconds) {
    if (seconds < 9.95)
        return `${seconds.toFixed(1)} s`;
    const whole = Math.round(seconds);
    return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
}
const plural = (count, noun, several = `${noun}s`) => `${count} ${count === 1 ? noun : several}`;
/** Foreign text as one line of at most `most` characters, without what moves a cursor or turns the reading direction. */
function oneLine(text, most = 300) {
    const line = text
        .replace(/[\p{Cc}\u2028\u2029]+/gu, " ")
        .replace(/\p{Cf}/gu, "")
        .trim();
    return (line.length > most ? `${line.slice(0, most - 1)}…` : line).toWellFormed();
}
/** `12 passed, 1 failed, 2 skipped`; what there is none of is left out, but not `passed`. */
function totalsText(tests) {
    const others = ["failed", "skipped", "flaky"].filter((result) => tests[result] > 0);
    return ["passed", ...others].map((result) => `${tests[result]} ${result}`).join(", ");
}


/***/ }),

/***/ 3680:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  P: () => (/* binding */ dryRun),
  e: () => (/* binding */ run)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(7598);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
// EXTERNAL MODULE: ./lib/inputs/target.js
var inputs_target = __nccwpck_require__(8508);
;// CONCATENATED MODULE: ./lib/cache/keys.js

/**
 * Go's caches belong to an image (its digest, and with it the Go version), to the flags that fill them, and to the
 * modules that the project pins. `unique` keeps runs apart: a cache that exists is never written again.
 */
function cacheKeys(workspace, imageId, inputs, unique, digest) {
    const image = digest(imageId).slice(0, 12);
    const { steps, race, coverage, cgo, buildTags, targets } = inputs;
    const flags = digest(JSON.stringify([steps, race, coverage, cgo, buildTags, targets.map(inputs_target/* targetName */.je)])).slice(0, 8);
    const version = workspace.goImage.replace(/[^A-Za-z0-9._-]+/g, "-").slice(-40);
    const byImage = `go-docker-2-${version}-${image}-`;
    const byFlags = `${byImage}${flags}-`;
    const byModules = `${byFlags}${workspace.modulesHash.slice(0, 16)}-`;
    return { key: `${byModules}${unique}`, exact: byModules, prefixes: [byModules, byFlags, byImage] };
}
/** `auto`, decided: nothing on tags, where a poisoned cache would be released; nothing is saved from pull requests. */
function cacheMode(wanted, event) {
    if (wanted !== "auto")
        return wanted;
    if (event.ref.startsWith("refs/tags/") || event.name === "release")
        return "off";
    return event.name.startsWith("pull_request") ? "read-only" : "read-write";
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __nccwpck_require__(1455);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __nccwpck_require__(452);
;// CONCATENATED MODULE: ./lib/project/go-work.js
/** The directories that a `go.work` uses, as they are written there. */
function usedDirs(goWork) {
    const used = [];
    let inBlock = false;
    for (const line of goWork.split(/\r?\n/)) {
        const words = withoutComment(line);
        if (inBlock && words === ")")
            inBlock = false;
        else if (inBlock)
            used.push(unquoted(words));
        else if (/^use\s*\($/.test(words))
            inBlock = true;
        else if (/^use\s/.test(words))
            used.push(unquoted(words.replace(/^use\s+/, "")));
    }
    return used.filter((dir) => dir !== "");
}
const withoutComment = (line) => line.replace(/(^|\s)\/\/.*$/, "").trim();
/** As Go reads them: `"a b"`, with escapes, or `` `a b` ``. */
function unquoted(word) {
    if (/^`.*`$/.test(word))
        return word.slice(1, -1);
    if (!/^".*"$/.test(word))
        return word;
    try {
        return String(JSON.parse(word));
    }
    catch {
        return word;
    }
}

;// CONCATENATED MODULE: ./lib/project/module-dirs.js



/**
 * The working directories that hold a module, or Go files for GOPATH mode; the others are reported. One with a `go.work`
 * stands for the modules that this uses.
 */
async function usableDirs(root, inputs, report) {
    const checked = await Promise.all(inputs.workingDirectory.map(async (dir) => {
        const used = ignoresWorkspaces(inputs) ? undefined : await workspaceModules(root, dir);
        const dirs = used ?? [{ dir, item: dir }];
        const judged = await Promise.all(dirs.map((one) => judge(root, one, inputs.importPath !== undefined, report)));
        return judged.flat();
    }));
    return [...new Set(checked.flat())];
}
async function judge(root, { dir, item }, gopath, report) {
    const message = /^\.\.(\/|$)/.test(dir)
        ? "it lies outside the workspace. Check out what holds all modules, and name the go.work's directory."
        : await whyUnusable(root, dir, gopath);
    if (message !== undefined)
        report({ input: "working-directory", item, message });
    return message === undefined ? [dir] : [];
}
function ignoresWorkspaces({ env }) {
    return env.some(({ name, value }) => name === "GOWORK" && value === "off");
}
/** Undefined where no `go.work` lies in the directory itself. */
async function workspaceModules(root, dir) {
    const file = external_node_path_.posix.join(dir, "go.work");
    const real = await (0,promises_.realpath)((0,external_node_path_.join)(root, file)).catch(() => undefined);
    if (real === undefined || !inside(root, real))
        return undefined;
    const used = usedDirs(await (0,promises_.readFile)(real, "utf8").catch(() => ""));
    return used.map((one) => ({
        dir: external_node_path_.posix.isAbsolute(one) ? external_node_path_.posix.join("..", one) : external_node_path_.posix.join(dir, one),
        item: `${file}: use ${one}`,
    }));
}
async function whyUnusable(root, dir, gopath) {
    const kind = await kindOf((0,external_node_path_.join)(root, dir));
    if (kind === "missing")
        return `there is no such directory. ${await beside(root, dir)}`;
    if (kind !== "directory")
        return "it is not a directory. Name the directory that holds the go.mod.";
    if (!inside(root, await (0,promises_.realpath)((0,external_node_path_.join)(root, dir))))
        return "it is a link that leads outside the workspace. Name a directory below it.";
    if (gopath || (await hasModule(root, dir)))
        return undefined;
    const modules = await nearbyModules(root, dir);
    if (modules.length > 0)
        return `there is no go.mod in it. Nearest: ${modules.slice(0, 5).join(", ")}.`;
    return (await holdsGo((0,external_node_path_.join)(root, dir), 3))
        ? undefined
        : "there is neither a go.mod nor a Go file in it. Name the directory of the module.";
}
/** Whether a resolved path is the workspace or below it. */
function inside(root, path) {
    return path === root || path.startsWith(root + external_node_path_.sep);
}
async function beside(root, dir) {
    const names = await (0,promises_.readdir)((0,external_node_path_.join)(root, external_node_path_.posix.dirname(dir)), { withFileTypes: true }).catch(() => []);
    const dirs = names.filter((entry) => entry.isDirectory() && !entry.name.startsWith(".")).map(({ name }) => name);
    return dirs.length === 0 ? "Check the checkout step." : `Beside it: ${dirs.slice(0, 8).join(", ")}.`;
}
/** A go.mod in the directory or above it, up to the workspace's root: the go command looks there too. */
async function hasModule(root, dir) {
    for (let at = dir;; at = external_node_path_.posix.dirname(at)) {
        if ((await kindOf((0,external_node_path_.join)(root, at, "go.mod"))) === "file")
            return true;
        if (at === ".")
            return false;
    }
}
async function nearbyModules(root, dir, depth = 3) {
    if (depth === 0)
        return [];
    const entries = await (0,promises_.readdir)((0,external_node_path_.join)(root, dir), { withFileTypes: true }).catch(() => []);
    const here = entries.some((entry) => entry.isFile() && entry.name === "go.mod") ? [dir] : [];
    const below = entries.filter((entry) => entry.isDirectory() && !/^[._]|^(vendor|testdata|node_modules)$/.test(entry.name));
    const nested = await Promise.all(below.map(({ name }) => nearbyModules(root, external_node_path_.posix.join(dir, name), depth - 1)));
    return [...here, ...nested.flat()];
}
async function holdsGo(path, depth) {
    const entries = await (0,promises_.readdir)(path, { withFileTypes: true }).catch(() => []);
    if (entries.some((entry) => entry.isFile() && entry.name.endsWith(".go")))
        return true;
    if (depth === 0)
        return false;
    const below = entries.filter((entry) => entry.isDirectory() && !/^[._]/.test(entry.name));
    return (await Promise.all(below.map(({ name }) => holdsGo((0,external_node_path_.join)(path, name), depth - 1)))).includes(true);
}
/** What lies at a path. Links are followed. */
async function kindOf(path) {
    const found = await (0,promises_.stat)(path).catch(() => undefined);
    if (found === undefined)
        return "missing";
    return found.isDirectory() ? "directory" : found.isFile() ? "file" : "other";
}

;// CONCATENATED MODULE: ./lib/project/inside-path.js




/** A path of the workspace, looked at again: the code under test may have put a link there since. */
async function insidePath({ path }, name) {
    const real = await (0,promises_.realpath)((0,external_node_path_.join)(path, name)).catch(() => "");
    if (inside(path, real))
        return real;
    throw new errors/* OutputError */.u7(`${name} is not below the workspace any more.`, "Look for code that moves it while the tests run.");
}

;// CONCATENATED MODULE: ./lib/engine/build-secrets.js



/** The variables that `image-secrets` names and nobody has set. */
function missingSecrets({ imageSecrets }, env = process.env) {
    return imageSecrets.flatMap(({ from }) => "env" in from && !env[from.env]
        ? [{ input: "image-secrets", item: from.env, message: "no such variable is set. Set it in the step's `env`." }]
        : []);
}
/** What is to be hidden in the log. */
function secretValues({ imageSecrets }, env = process.env) {
    return imageSecrets.flatMap(({ from }) => ("env" in from ? (env[from.env] ?? []) : []));
}
/** Gives the body the secrets as files, ours alone, which go with it. */
async function withSecrets(secrets, workspace, scratch, body) {
    const folder = (0,external_node_path_.join)(scratch, "image-secrets");
    await (0,promises_.mkdir)(folder, { mode: 0o700 });
    try {
        const files = secrets.map(({ id, from }, i) => ({ id, from, file: (0,external_node_path_.join)(folder, String(i)) }));
        for (const { from, file } of files) {
            if ("env" in from)
                await (0,promises_.writeFile)(file, process.env[from.env] ?? "", { mode: 0o600 });
            else
                await (0,promises_.copyFile)(await insidePath(workspace, from.file), file);
        }
        return await body(files);
    }
    finally {
        await (0,promises_.rm)(folder, { recursive: true, force: true });
    }
}

// EXTERNAL MODULE: ./lib/host/untrusted.js
var untrusted = __nccwpck_require__(3616);
// EXTERNAL MODULE: ./lib/plan/step.js
var plan_step = __nccwpck_require__(9385);
// EXTERNAL MODULE: ./lib/engine/checked-file.js
var checked_file = __nccwpck_require__(8954);
// EXTERNAL MODULE: ./lib/engine/layout.js
var layout = __nccwpck_require__(7086);
;// CONCATENATED MODULE: ./lib/plan/source-map.js
/** How one module's output is led back to the repository. */
function sourceMap({ dir, containerDir, packages }) {
    return {
        containerDir,
        repositoryDir: bare(dir),
        packageDirs: dirsOf(packages),
    };
}
/** Of all modules together. */
function packageDirs({ modules }) {
    return dirsOf(modules.flatMap(({ packages }) => packages));
}
function dirsOf(packages) {
    return Object.fromEntries(packages.map(({ importPath, dir }) => [importPath, bare(dir)]));
}
const bare = (path) => (path === "." ? "" : path);

// EXTERNAL MODULE: ./lib/reading/coverage.js
var reading_coverage = __nccwpck_require__(3012);
// EXTERNAL MODULE: ./lib/reading/cover-profile.js
var cover_profile = __nccwpck_require__(955);
;// CONCATENATED MODULE: ./lib/reading/covered-files.js


/** Where a file of a cover profile lies, relative to the repository; as it is when its package is not the project's. */
function coveredPath(file, dirs) {
    const slash = file.lastIndexOf("/");
    const [name, base] = [file.slice(0, slash), file.slice(slash + 1)];
    const dir = Object.hasOwn(dirs, name) ? dirs[name] : name;
    return dir === "" || dir === "." ? base : `${dir}/${base}`;
}
/** A profile that names the project's files by their paths, as Go's page of the coverage takes them, too: `./a/b.go`. */
function byPath(profile, dirs) {
    const parsed = (0,cover_profile/* parseProfile */.j)([profile]);
    if (parsed === undefined)
        return profile;
    const known = (file) => Object.hasOwn(dirs, file.slice(0, file.lastIndexOf("/")));
    const named = (file) => (known(file) ? `./${coveredPath(file, dirs)}` : file);
    return (0,reading_coverage/* profileText */.z1)({ ...parsed, blocks: parsed.blocks.map((block) => ({ ...block, file: named(block.file) })) });
}
/** A profile without the files that are of no concern, and the patterns that no file answers to. */
function withoutFiles(profile, patterns, dirs, glob) {
    const parsed = (0,cover_profile/* parseProfile */.j)([profile]);
    if (parsed === undefined || patterns.length === 0)
        return { profile, idle: [] };
    const paths = [...new Set(parsed.blocks.map(({ file }) => file))].map((file) => [file, coveredPath(file, dirs)]);
    const gone = new Set(paths.filter(([, path]) => patterns.some((one) => excludes(one, path, glob))).map(([file]) => file));
    return {
        profile: (0,reading_coverage/* profileText */.z1)({ mode: parsed.mode, blocks: parsed.blocks.filter(({ file }) => !gone.has(file)) }),
        idle: patterns.filter((one) => !paths.some(([, path]) => excludes(one, path, glob))),
    };
}
/** As in `.gitignore`: without a slash a name at any depth, else a path from the root, with all that lies below it. */
function excludes(pattern, path, glob) {
    const rooted = pattern.replace(/^\.?\//, "").replace(/\/$/, "");
    const matches = (...globs) => globs.some((one) => glob(path, one));
    return rooted.includes("/") || pattern.startsWith("/")
        ? matches(rooted, `${rooted}/**`)
        : matches(`**/${rooted}`, `**/${rooted}/**`);
}

;// CONCATENATED MODULE: ./lib/execute/collect.js








const deadline = 5 * 60_000;
/**
 * The last commands in the container: Go draws the coverage page, and the certificates of the image come out of the very
 * container that ran the tests. Returns what the user should know when one of them fails.
 */
async function lastCommands(plan, container, scratch, profile) {
    const notes = [];
    if (profile !== undefined)
        notes.push(...(await coverPage(plan, container, scratch, profile)));
    if (plan.image !== undefined)
        notes.push(...(await certificates(container, plan)));
    if (plan.image !== undefined && plan.facts.inputs.imageTzdata)
        notes.push(...(await timeZones(container)));
    return notes;
}
/** What the build left behind, looked at once nothing in the container can change it any more. */
function builtBinaries(plan, scratch) {
    return Promise.all(plan.binaries.map((binary) => builtBinary(binary, scratch)));
}
/** The profiles of all commands as one, without what `coverage-exclude` names. */
async function coverProfile({ facts }, scratch) {
    const folder = (0,external_node_path_.join)(scratch, "out", "cover");
    const names = (await (0,promises_.readdir)(folder)).filter((name) => name.endsWith(".out")).sort();
    const texts = await Promise.all(names.map((name) => (0,checked_file/* readChecked */.Yi)((0,external_node_path_.join)(folder, name))));
    const profiles = texts.filter((text) => text.startsWith("mode:"));
    if (profiles.length === 0)
        return { profile: undefined, notes: [] };
    const { profile, idle } = withoutFiles((0,reading_coverage/* mergeProfiles */.Ns)(profiles), facts.inputs.coverageExclude, packageDirs(facts.project), external_node_path_.posix.matchesGlob);
    return { profile, notes: idle.map((one) => `coverage-exclude: no measured file answers to ${JSON.stringify(one)}.`) };
}
async function coverPage(plan, container, scratch, profile) {
    const { project } = plan.facts;
    const [module, ...others] = project.modules;
    // One module's go command does not find the packages of another: there, files are named by their paths.
    const own = others.length === 0 ? module : undefined;
    const readable = own === undefined ? byPath(profile, packageDirs(project)) : profile;
    await (0,promises_.writeFile)((0,external_node_path_.join)(scratch, "in", "coverage.out"), readable);
    await container.handIn();
    const page = `${layout/* layout */.Z.out}/coverage.html`;
    const command = ["go", "tool", "cover", `-html=${layout/* layout */.Z.in}/coverage.out`, "-o", page];
    const said = await quietly(container, command, own?.containerDir ?? project.containerPath);
    return said === undefined ? [] : [`Go could not draw coverage.html: ${said}`];
}
async function certificates(container, plan) {
    const target = `${layout/* layout */.Z.out}/ca-certificates.crt`;
    const said = await quietly(container, ["cp", "-L", "/etc/ssl/certs/ca-certificates.crt", target], layout/* layout */.Z.out);
    return said === undefined
        ? []
        : [
            `${plan.facts.project.goImage} has no certificate roots: programs in the image cannot make HTTPS requests without \`ca-certificates\`.`,
        ];
}
/** Go's own archive of time zones, which its time package reads. Without it the image is not made. */
async function timeZones(container) {
    const script = 'cp -L "$(go env GOROOT)/lib/time/zoneinfo.zip" "$1"';
    const said = await quietly(container, ["sh", "-c", script, "sh", `${layout/* layout */.Z.out}/zoneinfo.zip`], layout/* layout */.Z.out);
    return said === undefined ? [] : [`The Go image has no time zones for \`image-tzdata\`: ${said}`];
}
/** Undefined when the command ended well, else the last line that it said. */
async function quietly(container, command, workdir) {
    let output = "";
    const end = await container.run({ command, workdir, env: {}, alone: false }, (_, text) => {
        output = (output + text).slice(-2000);
    }, deadline);
    return end.exitCode === 0 ? undefined : (output.trim().split("\n").at(-1) ?? "");
}
async function builtBinary(binary, scratch) {
    const file = (0,external_node_path_.join)(scratch, "out", binary.builtAt);
    const { size, sha256 } = await (0,checked_file/* hashFile */.DC)(file);
    const { name, path, target } = binary;
    return { target: (0,inputs_target/* targetName */.je)(target), platform: (0,inputs_target/* targetPlatform */.LM)(target), name, file, path, size, sha256 };
}

;// CONCATENATED MODULE: ./lib/reading/trouble.js

/** A module that go, or git for it, says it could not download for want of a network, a right, or trust. */
function moduleTrouble(text) {
    const line = text.split("\n").find((one) => [network, access, noGit].some((pattern) => pattern.test(one)));
    return line === undefined ? undefined : missingModule(line.trim().slice(0, 500));
}
/** A module is not there, for that reason. */
function missingModule(reason) {
    return new errors/* EnvironmentError */.eG(`A module could not be downloaded: ${reason}`, remedy(reason));
}
function remedy(reason) {
    if (noGit.test(reason))
        return "The image has no git. Take one with it, for instance without `-alpine` or `-slim`; or let a proxy serve the module (GOPROXY), or vendor it (`go mod vendor`).";
    if (/x509: |certificate verif/.test(reason))
        return "Where the proxy or the host has a root of its own, give it by `ca-certificates`; or vendor the modules (`go mod vendor`).";
    if (access.test(reason))
        return "Where the module is private, name it in `goprivate`, and give `git-token` a token that may read it; or vendor the modules (`go mod vendor`).";
    return "Look after the network, the proxy (GOPROXY) and `network`; or vendor the modules (`go mod vendor`), which needs none.";
}
/** Of a network, a name server, a proxy or its trust. */
const network = /\bdial tcp\b|\bproxyconnect\b|no such host|server misbehaving|i\/o timeout|TLS handshake timeout|connection (?:refused|reset)|network is unreachable|temporary failure in name resolution|context deadline exceeded|x509: |proxy authentication required|unexpected EOF|: (?:407|429|5\d\d) [A-Z]/i;
/** Of git: the repository is not for everybody, or does not exist for this one. */
const access = /could not read Username|terminal prompts disabled|Authentication failed|Invalid username or (?:password|token)|HTTP Basic: Access denied|Repository not found|Permission denied \(publickey|requested URL returned error: 40[13]|no secure protocol found for repository/i;
/** Of go itself: it has nothing to ask a repository with. */
const noGit = /exec: "git": executable file not found|git(?: executable)?: .*executable file not found/;
/** A disk that a command says is full, of bytes or of files. */
function diskTrouble(text) {
    const line = text.split("\n").find((one) => /no space left on device|disk quota exceeded/i.test(one));
    if (line === undefined)
        return undefined;
    return new errors/* EnvironmentError */.eG(`A disk is full: ${line.trim().slice(0, 500)}`, "Make room where the workspace, the temporary folder and Go's cache lie, and run again.");
}

;// CONCATENATED MODULE: ./lib/reading/disk-space.js
/** Less than this, and go fails in words that do not speak of a disk: it could not write a tool of its own, or an index. */
const least = { bytes: 8 << 20, files: 16 };
/** Reads what `df -Pk` and `df -Pi` print for the folders, a line each, in their order. */
function readDiskSpace(folders, blocks, inodes) {
    const kilobytes = available(blocks);
    const files = available(inodes);
    return folders.flatMap((folder, i) => {
        const free = kilobytes[i];
        return free === undefined ? [] : [{ folder, bytes: Math.max(0, free) * 1024, files: files[i] }];
    });
}
/** The first disk on which nothing more can be made, and what of. */
function fullDisk(disks) {
    for (const disk of disks) {
        if (disk.bytes < least.bytes)
            return { ...disk, short: "bytes" };
        if (disk.files !== undefined && disk.files < least.files)
            return { ...disk, short: "files" };
    }
    return undefined;
}
/** The fourth column; undefined where the second says that there is nothing to count. */
function available(text) {
    const lines = text.split("\n").map((line) => /\s(\d+)\s+-?\d+\s+(-?\d+)\s+(?:-?\d+%|-)\s+\//.exec(line));
    return lines.filter((line) => line !== null).map(([, all, free]) => (all === "0" ? undefined : Number(free)));
}

// EXTERNAL MODULE: ./lib/report/human.js
var human = __nccwpck_require__(4075);
;// CONCATENATED MODULE: ./lib/execute/disk-trouble.js





/** Where the run writes, by the names that the user has for them. */
const folders = {
    "Go's cache": layout/* layout */.Z.buildCache,
    "the temporary folder": layout/* layout */.Z.out,
};
/** Below this, a test that speaks of a full disk is believed. */
const scarce = 1 << 30;
/**
 * Whether a disk is full. Go's own words for it are believed; where go could not even say so, and where tests speak of
 * it, the disks are asked.
 */
async function diskTroubleOf(findings, container) {
    const disks = readDiskSpace(Object.keys(folders), await df(container, "-Pk"), await df(container, "-Pi"));
    const believed = disks.some(({ bytes }) => bytes < scarce)
        ? findings
        : findings.filter(({ kind }) => kind !== "test" && kind !== "panic");
    const said = believed.map(({ message }) => diskTrouble(message)).find((trouble) => trouble !== undefined);
    const full = fullDisk(disks);
    if (said !== undefined || full === undefined)
        return said;
    const room = full.short === "bytes" ? (0,human/* humanSize */.Xe)(full.bytes) : (0,human/* plural */.LS)(full.files ?? 0, "file");
    return new errors/* EnvironmentError */.eG(`A disk is full: that of ${full.folder} has room for ${room}, and what failed may have failed for that.`, "Make room there, and run again.");
}
async function df(container, unit) {
    const output = [];
    const command = ["df", unit, ...Object.values(folders)];
    await container.run({ command, workdir: "/", env: {}, alone: true }, (_, text) => void output.push(text), 30_000);
    return output.join("");
}

;// CONCATENATED MODULE: ./lib/execute/fetch-modules.js


/**
 * Makes go download what it needs. Returns what kept it from that; a project that go cannot read for another reason is
 * left to the checks, which say it better.
 */
async function fetchModules({ fetches, facts }, container, log, more = {}) {
    for (const { title, ...command } of fetches) {
        const lines = new untrusted/* UntrustedLines */.M(log);
        let stderr = "";
        log.info(title);
        const end = await container.run({ ...command, env: { ...command.env, ...more }, alone: true }, async (stream, text) => {
            if (stream === "stdout")
                return;
            stderr = (stderr + text).slice(-64 * 1024);
            await lines.write(text);
        }, facts.inputs.timeout);
        await lines.end();
        if (end.timedOut)
            return missingModule(`go did not come to an end with \`${title}\` within the time limit`);
        const trouble = end.exitCode === 0 ? undefined : moduleTrouble(stderr);
        if (trouble !== undefined)
            return trouble;
    }
    return undefined;
}

;// CONCATENATED MODULE: ./lib/execute/gate.js

/** The reason for everything that comes after a step which took too long. */
const timeUp = "the time limit was reached";
/** What is wrong when less is covered than was asked for. */
const lowCoverage = "coverage is below its threshold";
/** Why no product is made, or undefined to go ahead. */
function whyWithheld(checks, profile, threshold) {
    if (checks.some(isLate))
        return timeUp;
    const red = checks.filter((check) => !isGreen(check)).map(({ planned }) => planned.step.name);
    if (red.length > 0)
        return `${red.join(", ")} failed`;
    const coverage = threshold === undefined || profile === undefined ? undefined : (0,reading_coverage/* readCoverage */.tn)(profile);
    return belowThreshold(coverage, threshold) ? lowCoverage : undefined;
}
/** Whether less is covered than asked for; nothing measured counts as nothing covered. */
function belowThreshold(coverage, threshold) {
    return threshold !== undefined && Number(coverage?.percent ?? 0) < threshold;
}
/** Whether a step was ended by the time limit. */
function isLate({ results }) {
    return results.some(({ timedOut }) => timedOut);
}
/** Whether a step has nothing to object: its commands ended well, and their output agrees. */
function isGreen({ results }) {
    return results.every(({ exitCode, timedOut, reading }) => exitCode === 0 && !timedOut && reading.findings.length === 0);
}

;// CONCATENATED MODULE: ./lib/execute/diagnose.js




/**
 * Whether red steps are the machine's fault rather than the code's. What tests print can be anything: that a module
 * is missing is believed only once go, asked again, says so.
 */
async function diagnose(steps, plan, container, log) {
    if (steps.some(isLate) || steps.every(isGreen))
        return undefined;
    const findings = steps.flatMap(({ results }) => results.flatMap(({ reading }) => reading.findings));
    const full = await diskTroubleOf(findings, container);
    if (full !== undefined)
        return full;
    return findings.some(({ message }) => moduleTrouble(message) !== undefined)
        ? fetchModules(plan, container, log)
        : undefined;
}

;// CONCATENATED MODULE: ./lib/execute/recording.js


/** Characters. A write for each piece that comes would cost more than all reading. */
const gathered = 512 * 1024;
/** Keeps the raw standard output of the tasks that ask for it, in the scratch folder's `reports`. */
class Recording {
    #file;
    #waiting = [];
    #length = 0;
    constructor(file) {
        this.#file = file;
    }
    static async open(scratch, task) {
        if (task.recordStdout === undefined)
            return new Recording(undefined);
        return new Recording(await (0,promises_.open)((0,external_node_path_.join)(scratch, "reports", task.recordStdout), "a"));
    }
    async write(stream, text) {
        if (stream !== "stdout" || this.#file === undefined)
            return;
        this.#waiting.push(text);
        this.#length += text.length;
        if (this.#length >= gathered)
            await this.#flush();
    }
    async close() {
        await this.#flush();
        await this.#file?.close();
    }
    async #flush() {
        const text = this.#waiting.join("");
        this.#waiting = [];
        this.#length = 0;
        await this.#file?.appendFile(text);
    }
}

;// CONCATENATED MODULE: ./lib/reading/test-name.js
/** The names of the tests that may enclose a subtest, outermost first. Names of subtests may contain slashes. */
function ancestors(test) {
    return [...test.matchAll(/\//g)].map(({ index }) => test.slice(0, index));
}
/** Of these tests the ones in which no other of them lies. */
function innermost(tests) {
    const id = (from, name) => `${from}\0${name}`;
    const enclosing = new Set(tests.flatMap((one) => ancestors(one.name).map((name) => id(one.package, name))));
    return tests.filter((one) => !enclosing.has(id(one.package, one.name)));
}

;// CONCATENATED MODULE: ./lib/reading/capped-text.js
function cappedText() {
    let head = "";
    let tail = "";
    let dropped = 0;
    return {
        add(text, limit) {
            const half = Math.floor(limit / 2);
            const room = tail === "" && dropped === 0 ? Math.max(0, half - head.length) : 0;
            head += text.slice(0, room);
            tail += text.slice(room);
            // Twice the half before cutting, so that a long text is not copied at every line.
            if (tail.length > 2 * half) {
                dropped += tail.length - half;
                tail = tail.slice(-half);
            }
        },
        clear() {
            const freed = head.length + tail.length;
            head = tail = "";
            dropped = 0;
            return freed;
        },
        size: () => head.length + tail.length,
        text: () => (dropped === 0 ? head + tail : `${head}\n[${dropped} characters left out]\n${tail}`).toWellFormed(),
    };
}

;// CONCATENATED MODULE: ./lib/reading/case-record.js

const outputBudget = () => ({ left: 4 * 1024 * 1024 });
const outputCap = 64 * 1024;
const outputCapBeyondBudget = 512;
/** Adds to a capped text and charges what it grew by. */
function addWithin(budget, kept, text) {
    const before = kept.size();
    kept.add(text, budget.left > 0 ? outputCap : outputCapBeyondBudget);
    budget.left -= kept.size() - before;
}
function caseRecord(name, depth) {
    const fresh = { result: undefined, seconds: 0, header: undefined, error: "", atLineStart: true, again: false };
    return { name, depth, output: cappedText(), ...fresh };
}
const case_record_frame = /^ *(?:=== (?:RUN|PAUSE|CONT|NAME) |--- (PASS|FAIL|SKIP): (.*) \()/;
/** Keeps what a test printed, without the lines that frame it. */
function printed(test, text, isError, budget) {
    if (test.again || test.result === "passed" || test.result === "skipped")
        return;
    const [framing, header, name] = (test.atLineStart && case_record_frame.exec(text)) || [];
    test.atLineStart = text.endsWith("\n");
    if (framing !== undefined) {
        if (name === test.name)
            test.header = header;
        return;
    }
    if (isError && test.error === "")
        test.error = text;
    addWithin(budget, test.output, test.header === undefined ? text : unindent(text, 4 * test.depth));
}
function unindent(text, spaces) {
    let cut = 0;
    while (cut < spaces && text[cut] === " ")
        cut += 1;
    return text.slice(cut);
}
const resultOfHeader = { PASS: "passed", FAIL: "failed", SKIP: "skipped" };
/** Decides on a test whose package has ended, also when its own end never came. */
function endCase(test, packageName, packageFailed) {
    const { name, seconds, depth, error } = test;
    const output = test.output.text();
    const header = test.header ?? gluedHeader(name, output);
    const known = test.result ?? (header && resultOfHeader[header]);
    const result = known ?? (packageFailed ? "failed" : "passed");
    const kept = result === "failed" ? output : "";
    return {
        test: { package: packageName, name, result, seconds, output: kept },
        depth,
        died: known === undefined,
        error,
    };
}
// Before Go 1.20 a test that prints no newline at its end hides its `--- PASS` line from test2json.
function gluedHeader(name, output) {
    return ["PASS", "FAIL", "SKIP"].find((word) => output.includes(`--- ${word}: ${name} (`));
}

;// CONCATENATED MODULE: ./lib/reading/lines.js
const longestLine = 64 * 1024;
function lineCutter() {
    let pending = "";
    return {
        push(text) {
            const lines = text.split("\n");
            lines[0] = pending + (lines[0] ?? "");
            // Not trimmed of its `\r`: the `\n` may be in the next piece, or another character.
            pending = capped(lines.pop() ?? "");
            return lines.map(withoutReturn);
        },
        rest() {
            const last = withoutReturn(pending);
            pending = "";
            return last === "" ? [] : [last];
        },
    };
}
const withoutReturn = (line) => capped(line.endsWith("\r") ? line.slice(0, -1) : line);
function capped(line) {
    return line.length <= longestLine ? line : line.slice(0, longestLine).toWellFormed();
}

;// CONCATENATED MODULE: ./lib/reading/package-line.js
const ended = /^(ok {2}|FAIL)\t(\S+)\t(?:(\(cached\))|([\d.]+)s)(?:[\t ].*)?$/;
// From 1.22 on, `-cover` counts packages without tests, and calls them passed.
const untested = /^(?:\? {3}\t(\S+)\t\[no test files\]|\t(\S+)\t\tcoverage: .*)$/;
const notBuilt = /^FAIL\t(\S+) \[(?:build|setup) failed\]$/;
function packageLine(line) {
    const [, verdict, name, cached, seconds] = ended.exec(line) ?? [];
    if (name !== undefined) {
        const result = verdict === "FAIL" ? "failed" : "passed";
        return { package: name, result, seconds: Number(seconds ?? 0), cached: cached !== undefined, built: true };
    }
    const [, withoutFiles, uncovered] = untested.exec(line) ?? [];
    const skipped = withoutFiles ?? uncovered;
    if (skipped !== undefined)
        return { package: skipped, result: "skipped", seconds: 0, cached: false, built: true };
    const broken = notBuilt.exec(line)?.[1];
    return broken === undefined
        ? undefined
        : { package: broken, result: "failed", seconds: 0, cached: false, built: false };
}

;// CONCATENATED MODULE: ./lib/reading/package-record.js




const package_record_frame = /^(?:PASS|FAIL|coverage: .*|\t\S+\tcoverage: .*|exit status \d+)$/;
function packageRecord(budget) {
    const cases = new Map();
    const output = cappedText();
    let summary = "";
    let closing;
    const record = (test) => {
        const known = cases.get(test) ?? caseRecord(test, ancestors(test).filter((name) => cases.has(name)).length);
        cases.set(test, known);
        return known;
    };
    const printOutside = (text) => {
        const line = text.replace(/\r?\n$/, "");
        const closes = packageLine(line);
        if (closes) {
            closing = closes;
            summary = line;
        }
        else if (!package_record_frame.test(line))
            addWithin(budget, output, text);
    };
    return {
        run(test) {
            const { result } = record(test);
            if (result === "failed")
                record(test).again = true;
            else if (result !== undefined)
                cases.set(test, caseRecord(test, record(test).depth));
        },
        has: (test) => cases.has(test),
        print(test, text, isError) {
            if (test === "")
                printOutside(text);
            else
                printed(record(test), text, isError, budget);
        },
        endTest(name, result, seconds) {
            const test = record(name);
            if (test.result !== undefined)
                return;
            Object.assign(test, { result, seconds });
            if (result !== "failed")
                budget.left += test.output.clear();
        },
        end(name, result, seconds) {
            const failed = result === "failed";
            const ended = [...cases.values()].map((test) => endCase(test, name, failed));
            const tested = {
                package: name,
                result: closing?.result === "skipped" && ended.length === 0 ? "skipped" : result,
                seconds,
                cached: closing?.cached ?? false,
                output: failed ? output.text() : "",
            };
            return { tested, cases: ended, summary, built: closing?.built ?? true };
        },
    };
}

;// CONCATENATED MODULE: ./lib/reading/test-event.js
/** Undefined for a line that is no event: compilers and linkers print between them. */
function parseTestEvent(line) {
    if (!line.startsWith("{"))
        return undefined;
    const fields = parseObject(line);
    const action = test_event_text(fields?.["Action"]);
    if (fields === undefined || action === "")
        return undefined;
    const elapsed = fields["Elapsed"];
    return {
        action,
        package: test_event_text(fields["Package"]),
        test: test_event_text(fields["Test"]),
        output: test_event_text(fields["Output"]),
        seconds: typeof elapsed === "number" ? elapsed : 0,
        outputType: test_event_text(fields["OutputType"]),
    };
}
function parseObject(line) {
    try {
        // It starts with `{`, so it is an object when it is JSON at all.
        return JSON.parse(line);
    }
    catch {
        return undefined;
    }
}
const test_event_text = (value) => (typeof value === "string" ? value : "");

;// CONCATENATED MODULE: ./lib/reading/source-path.js
/** A file that Go named, relative to the repository; undefined when it lies outside: in $GOROOT or the module cache. */
function repositoryPath(path, source) {
    const inPackage = packageFile(path, source);
    if (inPackage !== undefined)
        return inPackage;
    const { containerDir, repositoryDir } = source;
    const absolute = resolve(path.startsWith("/") ? path : `${containerDir}/${path}`);
    if (absolute.startsWith(`${containerDir}/`))
        return join(repositoryDir, absolute.slice(containerDir.length + 1));
    const suffix = repositoryDir === "" ? "" : `/${repositoryDir}`;
    const root = containerDir.slice(0, containerDir.length - suffix.length);
    const known = containerDir.endsWith(suffix) && absolute.startsWith(`${root}/`);
    return known ? absolute.slice(root.length + 1) : undefined;
}
/** A file of a package, by its base name; undefined for a package that is not the module's. */
function pathInPackage(importPath, base, source) {
    const { packageDirs } = source;
    return Object.hasOwn(packageDirs, importPath) ? join(packageDirs[importPath] ?? "", base) : undefined;
}
// `-trimpath` names files by import path. Go 1.8 compiles covered packages in copies under its work directory.
const byImportPath = /^(?:\/[^:]*\/go-build\d+\/)?(.+?)(?:\/_test)?(?:\/_obj(?:_test)?)?\/([^/]+)$/;
function packageFile(path, source) {
    const [, importPath, base] = byImportPath.exec(path) ?? [];
    return importPath === undefined || base === undefined ? undefined : pathInPackage(importPath, base, source);
}
function join(dir, file) {
    return dir === "" || dir === "." ? file : `${dir}/${file}`;
}
function resolve(absolute) {
    const parts = [];
    for (const part of absolute.split("/")) {
        if (part === "..")
            parts.pop();
        else if (part !== "" && part !== ".")
            parts.push(part);
    }
    return `/${parts.join("/")}`;
}

;// CONCATENATED MODULE: ./lib/reading/diagnostics.js

// Go 1.8 gives no column. `vet:` stands before what stopped vet itself.
const diagnostic = /^(vet: |go: )?([^\s:][^:]*\.(?:go|mod|work|s|c|cc|cpp|h)):(\d+)(?::(\d+))?: (.+)$/;
const noise = /^(?:# .*|(?:.*: )?too many errors|exit status \d+|)$/;
const longestMessage = 100;
function diagnostics(kind, source) {
    const drafts = [];
    let last;
    return {
        line(text) {
            if (/^\s/.test(text) && last !== undefined) {
                if (last.length < longestMessage)
                    last.push(text);
                return;
            }
            last = undefined;
            const finding = noise.test(text) ? undefined : findingOf(text, kind, source);
            if (finding === undefined)
                return;
            last = [];
            drafts.push({ finding, more: last });
        },
        findings: () => unique(drafts.map(({ finding, more }) => ({ ...finding, message: [finding.message, ...more].join("\n") }))),
    };
}
function findingOf(text, kind, source) {
    const [, prefix, path = "", line, column, message = ""] = diagnostic.exec(text) ?? [];
    if (line === undefined)
        return undefined;
    const file = repositoryPath(path, source);
    const outside = file === undefined;
    return {
        kind: prefix === "vet: " ? "compile" : kind,
        file: file ?? "",
        line: outside ? 0 : Number(line),
        column: outside ? 0 : Number(column ?? 0),
        title: message,
        message: outside ? text : message,
    };
}
/** A package and its test variant are compiled both, and say the same. */
function unique(findings) {
    return [...new Map(findings.map((f) => [JSON.stringify([f.file, f.line, f.column, f.message]), f])).values()];
}

;// CONCATENATED MODULE: ./lib/reading/last-lines.js
const kept = 20;
function lastLines() {
    let lines = [];
    const text = () => lines.slice(-kept).join("\n");
    return {
        text,
        add(line) {
            if (line.trim() === "")
                return;
            lines.push(line.slice(0, 2000));
            if (lines.length > 2 * kept)
                lines = lines.slice(-kept);
        },
        finding: (command, exitCode) => ({
            kind: "command",
            file: "",
            line: 0,
            column: 0,
            title: `${command} ended with exit code ${exitCode}`,
            message: text() || "It printed nothing.",
        }),
    };
}

;// CONCATENATED MODULE: ./lib/reading/test-findings.js


/** What a package's failures mean: one finding for each failed test, at its first failure line. */
function packageFindings(ended, source) {
    const failed = ended.cases.filter(({ test }) => test.result === "failed");
    const enclosing = new Set(failed.flatMap(({ test }) => ancestors(test.name)));
    const texts = [ended.tested.output, ...failed.map(({ test }) => test.output)];
    const panicked = texts.some(isPanic);
    const findings = failed.flatMap((one) => caseFinding(one, enclosing.has(one.test.name), panicked, source) ?? []);
    return isPanic(ended.tested.output)
        ? [...findings, panicFinding(ended.tested.package, ended.tested.output, source)]
        : findings;
}
function caseFinding(ended, encloses, panicked, source) {
    const { name, output } = ended.test;
    if (isPanic(output))
        return panicFinding(name, output, source);
    // Before 1.27 a parent's `t.Log` and its `t.Error` look the same, so only the subtest is believed.
    if (encloses && ended.error === "")
        return undefined;
    const message = output.trimEnd();
    const failure = failureLine(ended, ended.error, source) ?? raceLine(output, source) ?? failureLine(ended, output, source);
    if (failure)
        return { kind: "test", column: 0, ...failure, title: test_findings_oneLine(`${name}: ${failure.title}`), message };
    // A panic fails the tests that it interrupts: they have nothing to say.
    if (panicked)
        return undefined;
    const title = ended.died ? `${name} did not end: the test process did` : `${name} failed`;
    return {
        kind: ended.died ? "exit" : "test",
        file: "",
        line: 0,
        column: 0,
        title,
        message: message || `${title}.`,
    };
}
// After output without a newline it does not start its line.
const failurePattern = /(?:^\s+| {4})([^\s:]+\.go):(\d+): ?(.*)$/gm;
const testifyError = /^\s*Error:\s+(.+)$/m;
/** In what Go 1.27 marks as an error, or else in all output, where a `t.Log` looks the same. */
function failureLine({ test }, output, source) {
    const lines = [...output.matchAll(failurePattern)];
    // testing.go reports races and leaks for a test; the test's own lines say more.
    const [match] = lines.filter(([, path]) => path !== "testing.go");
    if (!match)
        return undefined;
    const [, path = "", line, text = ""] = match;
    const file = path.includes("/") ? repositoryPath(path, source) : pathInPackage(test.package, path, source);
    const title = text.trim() || testifyError.exec(test.output)?.[1] || "failed";
    return file === undefined ? { file: "", line: 0, title } : { file, line: Number(line), title };
}
function raceLine(output, source) {
    const start = output.indexOf("WARNING: DATA RACE");
    return start < 0 ? undefined : { ...firstFrame(output.slice(start), source), title: "data race" };
}
const panicPattern = /^(?:panic|fatal error): .*$/m;
const goroutine = /^goroutine \d+ .*\[.*\]:$/m;
function isPanic(output) {
    return panicPattern.test(output) && goroutine.test(output);
}
function panicFinding(where, output, source) {
    const panic = panicPattern.exec(output);
    const sentence = (panic?.[0] ?? "panic").replace(/ \[recovered.*\]$/, "");
    const place = firstFrame(output.slice(panic?.index ?? 0), source);
    return { kind: "panic", column: 0, ...place, title: test_findings_oneLine(`${where}: ${sentence}`), message: output.trimEnd() };
}
const framePattern = /^\s+(\S[^:\n]*\/[^:\n]*\.go):(\d+)(?: \+0x[0-9a-f]+)?$/gm;
/** The first stack frame within the repository, and not in the main function that go generates. */
function firstFrame(output, source) {
    for (const [, path = "", line] of output.matchAll(framePattern)) {
        const file = repositoryPath(path, source);
        if (file !== undefined && !path.endsWith("/_testmain.go"))
            return { file, line: Number(line) };
    }
    return { file: "", line: 0 };
}
const test_findings_oneLine = (text) => (text.length > 200 ? `${text.slice(0, 197)}...` : text).toWellFormed();

;// CONCATENATED MODULE: ./lib/reading/test-log.js
/** What a person sees of an ended package: as `go test` without `-v` prints it, in any version's dialect. */
function packageLog({ tested, cases, summary }) {
    const closing = summary === "" ? [] : [summary];
    if (tested.result !== "failed")
        return test_log_text(closing);
    const failed = cases.filter(({ test }) => test.result === "failed").map(failedTest);
    const unsaid = summary === "" ? [`FAIL\t${tested.package}`] : [];
    return test_log_text([...failed, ...closedBlock(tested.output), ...closing, ...unsaid]);
}
function failedTest({ test, depth, died }) {
    const indent = " ".repeat(4 * depth);
    const time = died ? "did not end" : `${test.seconds.toFixed(2)}s`;
    const header = `--- FAIL: ${test.name} (${time})`;
    return [header, ...closedBlock(test.output)].join("\n").replace(/^(?=.)/gm, indent);
}
const closedBlock = (output) => (output === "" ? [] : [output.replace(/\n$/, "")]);
const test_log_text = (lines) => lines.map((line) => `${line}\n`).join("");

;// CONCATENATED MODULE: ./lib/reading/test-run.js




function testRun(source) {
    const packages = [];
    const compiler = diagnostics("compile", source);
    const last = lastLines();
    return {
        ended(one) {
            packages.push(one);
            return packageLog(one);
        },
        line(text) {
            compiler.line(text);
            last.add(text);
        },
        reading(exitCode) {
            const compileFindings = compiler.findings();
            const findings = [
                ...compileFindings,
                ...packages.flatMap((one) => explained(one, compileFindings.length > 0, last.text(), source)),
            ];
            const unexplained = exitCode !== 0 && findings.length === 0;
            return {
                findings: unexplained ? [last.finding("go test", exitCode)] : findings,
                tests: {
                    cases: packages.flatMap(({ cases }) => cases.map(({ test }) => test)),
                    packages: packages.map(({ tested }) => tested),
                },
            };
        },
    };
}
/** `said`: the last of what belongs to no package, which is where go says why it could not build one. */
function explained(one, compilerSpoke, said, source) {
    const findings = packageFindings(one, source);
    const { result, output, package: name } = one.tested;
    if (result !== "failed" || findings.length > 0 || (!one.built && compilerSpoke))
        return findings;
    const title = one.built ? `${name} failed outside its tests` : `${name} could not be built`;
    const unbuilt = one.built ? "" : [said, one.summary].filter(Boolean).join("\n");
    const message = output.trimEnd() || unbuilt || one.summary || `${title}.`;
    return [{ kind: "command", file: "", line: 0, column: 0, title, message }];
}

;// CONCATENATED MODULE: ./lib/reading/test-json-reader.js






/** Reads `go test -json` of Go 1.10 and later, and shows it as `go test` without `-v` would print it. */
function testJsonReader(source) {
    const stdout = lineCutter();
    const stderr = lineCutter();
    const build = lineCutter();
    const run = testRun(source);
    const packages = openPackages(run);
    const take = (line) => {
        const event = parseTestEvent(line);
        if (event === undefined)
            return plainLine(line, packages, run);
        if (event.package !== "")
            return packageEvent(event, packages);
        build.push(event.output).forEach(run.line);
        return event.output;
    };
    return {
        read(stream, text) {
            if (stream === "stdout")
                return stdout.push(text).map(take).join("");
            stderr.push(text).forEach(run.line);
            return text;
        },
        end(exitCode) {
            stdout.rest().forEach(take);
            [...build.rest(), ...stderr.rest()].forEach(run.line);
            packages.closeAll(exitCode === 0 ? "passed" : "failed");
            return run.reading(exitCode);
        },
    };
}
function openPackages(run) {
    const budget = outputBudget();
    const open = new Map();
    const closed = new Set();
    const close = (name, result, seconds) => {
        const ending = open.get(name);
        closed.add(name);
        open.delete(name);
        return ending ? run.ended(ending.record.end(name, result, seconds)) : "";
    };
    return {
        open(name) {
            if (closed.has(name))
                return undefined;
            const known = open.get(name) ?? { record: packageRecord(budget), announced: false };
            open.set(name, known);
            return known;
        },
        close,
        closeAll(result) {
            for (const name of [...open.keys()])
                close(name, result, 0);
        },
    };
}
/** Compilers and linkers print between the events, and before Go 1.22 a package that did not build has no events. */
function plainLine(line, packages, run) {
    const closing = packageLine(line);
    if (closing === undefined) {
        run.line(line);
        return `${line}\n`;
    }
    packages.open(closing.package)?.record.print("", `${line}\n`, false);
    return packages.close(closing.package, closing.result, closing.seconds);
}
const results = { pass: "passed", fail: "failed", skip: "skipped" };
const isEnd = (action) => Object.hasOwn(results, action);
function packageEvent(event, packages) {
    const { action, test, seconds } = event;
    const open = packages.open(event.package);
    if (open === undefined)
        return "";
    if (action === "start")
        open.announced = true;
    else if (action === "run")
        open.record.run(test);
    else if (action === "output")
        return outputEvent(event, open, packages);
    else if (isEnd(action) && test !== "")
        open.record.endTest(test, results[action], seconds);
    else if (isEnd(action))
        return packages.close(event.package, results[action], seconds);
    return "";
}
function outputEvent(event, { record, announced }, packages) {
    const { test, output } = event;
    const closing = announced || test === "" ? undefined : packageLine(output.trimEnd());
    if (closing?.result !== "failed" || closing.package !== event.package) {
        record.print(test, output, event.outputType === "error");
        return "";
    }
    // A process that died: its last test is thought to have printed the closing line, and no end of the package comes.
    record.print("", output, false);
    return packages.close(event.package, "failed", closing.seconds);
}

;// CONCATENATED MODULE: ./lib/reading/text-package.js

const running = /^=== RUN {3}(\S+)$/;
const ending = /^ *--- (PASS|FAIL|SKIP): (\S+) \(([\d.]+)s\)$/;
const testsAreOver = /^(?:PASS|FAIL|coverage: .*)$/;
const text_package_results = { PASS: "passed", FAIL: "failed", SKIP: "skipped" };
function textPackage(budget) {
    const record = packageRecord(budget);
    let current = "";
    // The failure's lines follow the test's end, indented with tabs; a panic's follow it too, with tabs of their own.
    let inFailure = false;
    let empty = true;
    const starts = (test) => {
        [current, inFailure] = [test, false];
        record.run(test);
    };
    const ends = (text, test, result, seconds) => {
        [current, inFailure] = [test, true];
        record.print(test, `${text}\n`, false);
        record.endTest(test, text_package_results[result], seconds);
    };
    const prints = (text) => {
        if (testsAreOver.test(text))
            current = "";
        if (text.startsWith("panic: "))
            inFailure = false;
        record.print(current, `${inFailure ? withoutTabs(text) : text}\n`, false);
    };
    return {
        record,
        isEmpty: () => empty,
        line(text) {
            empty = false;
            const [, started] = running.exec(text) ?? [];
            const [, result, ended, seconds] = ending.exec(text) ?? [];
            if (started !== undefined)
                starts(started);
            else if (ended === undefined || !record.has(ended))
                prints(text);
            else
                ends(text, ended, result, Number(seconds));
        },
    };
}
/** Failure lines as later versions of Go indent them. */
function withoutTabs(text) {
    return text.replace(/^( *)(\t+)/, (_, spaces, tabs) => spaces + "    ".repeat(tabs.length));
}

;// CONCATENATED MODULE: ./lib/reading/test-text-reader.js





/** Reads `go test -v` of Go 1.8 and 1.9, which print packages one after the other and name each at its end. */
function testTextReader(source) {
    const stdout = lineCutter();
    const stderr = lineCutter();
    const run = testRun(source);
    const budget = outputBudget();
    let open = textPackage(budget);
    // Where both streams are one, the compiler's text stands before the line that closes its package.
    const belongToNone = ({ tested }) => tested.output.split("\n").filter(Boolean).forEach(run.line);
    const take = (line) => {
        const closing = packageLine(line);
        if (closing === undefined) {
            open.line(line);
            return "";
        }
        const ending = open;
        open = textPackage(budget);
        ending.record.print("", `${line}\n`, false);
        const ended = ending.record.end(closing.package, closing.result, closing.seconds);
        if (!ended.built)
            belongToNone(ended);
        return run.ended(ended);
    };
    return {
        read(stream, text) {
            if (stream === "stdout")
                return stdout.push(text).map(take).join("");
            stderr.push(text).forEach(run.line);
            return text;
        },
        end(exitCode) {
            stdout.rest().forEach(take);
            stderr.rest().forEach(run.line);
            if (!open.isEmpty() && exitCode !== 0) {
                const rest = open.record.end("unknown package", "failed", 0);
                // Killed before the package was named; without any test, go has said why it did not come to one.
                if (rest.cases.length > 0)
                    run.ended(rest);
                else
                    belongToNone(rest);
            }
            return run.reading(exitCode);
        },
    };
}

// EXTERNAL MODULE: ./node_modules/semver/index.js
var semver = __nccwpck_require__(2088);
;// CONCATENATED MODULE: ./lib/project/go-release.js

/** Whether a Go version, `1.27.3` or `1.10`, is at least another. */
function atLeast(version, wanted) {
    return (0,semver.gte)((0,semver.coerce)(version) ?? "0.0.0", (0,semver.coerce)(wanted) ?? "0.0.0");
}

;// CONCATENATED MODULE: ./lib/plan/capabilities.js

/** The release in which Go learned what the plan makes use of: measured with the toolchains themselves. */
const since = {
    "./... without vendor": "1.9",
    "test -json": "1.10",
    "test -vet": "1.10",
    "a profile of several packages": "1.10",
    // Before it the packages were installed, and those compiled without cgo needed a place of their own.
    "a build cache": "1.10",
    GOMIPS: "1.10",
    modules: "1.11",
    GOMIPS64: "1.11",
    GOPPC64: "1.13",
    "build -trimpath": "1.13",
    "-tags by commas": "1.13",
    "-modcacherw": "1.14",
    "build -o of a folder": "1.14",
    "build -buildvcs": "1.18",
    GOAMD64: "1.18",
    GOARM64: "1.23",
    GORISCV64: "1.23",
};
/** Whether this Go is new enough. */
function can({ version }, capability) {
    return atLeast(version, since[capability]);
}
/** The release from which on Go takes note of a variable; undefined for one that all take note of. */
function variableSince({ version }, name) {
    const wanted = Object.entries(since).find(([capability]) => capability === name)?.[1];
    return wanted === undefined || atLeast(version, wanted) ? undefined : wanted;
}

;// CONCATENATED MODULE: ./lib/plan/modules.js

/** The module in whose directory a task runs. */
function moduleOf(task, project) {
    const found = project.modules.find(({ containerDir }) => containerDir === task.workdir);
    if (found === undefined)
        throw new Error(`no module at ${task.workdir}`);
    return found;
}
/** A reason to skip: there is nothing to look at. Inspection has already refused a run without any package. */
function noPackages({ project }) {
    return project.modules.some(({ packages }) => packages.length > 0) ? undefined : "no packages";
}
/** What the go command is given as packages. Go 1.8's `./...` takes vendor in; there, each one is named. */
function packageArguments(module, { inputs, project }) {
    return can(project.go, "./... without vendor")
        ? inputs.packages
        : module.packages.map(({ importPath }) => importPath);
}
/** `-tags`: divided by spaces before Go 1.13, by commas since. */
function tagArguments({ inputs, project }) {
    if (inputs.buildTags.length === 0)
        return [];
    return ["-tags", inputs.buildTags.join(can(project.go, "-tags by commas") ? "," : " ")];
}
/** What each go command gets beside the container's environment: a module cache that its owner can delete again. */
function goEnv({ inputs, project }) {
    if (project.mode === "gopath" || !can(project.go, "-modcacherw"))
        return {};
    const own = inputs.env.find(({ name }) => name === "GOFLAGS");
    if (own !== undefined && own.value === undefined)
        return {};
    return { GOFLAGS: [own?.value, "-modcacherw"].filter(Boolean).join(" ") };
}

;// CONCATENATED MODULE: ./lib/plan/steps/test.js






/** Do the tests pass, and what do they cover? */
const test = {
    name: "test",
    kind: "check",
    skip: noPackages,
    tasks: (facts) => facts.project.modules
        .filter(({ packages }) => packages.length > 0)
        .flatMap((module) => packageGroups(module, facts).map((packages) => ({ module, packages })))
        .map(({ module, packages }, index) => task(module, packages, index, facts)),
    reader: (task, { project }) => {
        const source = sourceMap(moduleOf(task, project));
        return can(project.go, "test -json") ? testJsonReader(source) : testTextReader(source);
    },
};
function packageGroups(module, facts) {
    if (!facts.inputs.coverage || can(facts.project.go, "a profile of several packages"))
        return [packageArguments(module, facts)];
    return module.packages.map(({ importPath }) => [importPath]);
}
function task(module, packages, index, facts) {
    const { inputs, project } = facts;
    const command = testCommand(facts, inputs.coverage ? (0,layout/* profilePath */.b)(index) : undefined, packages, []);
    return {
        step: "test",
        title: command.join(" "),
        command,
        workdir: module.containerDir,
        env: { ...goEnv(facts), ...(inputs.race ? { CGO_ENABLED: "1" } : {}) },
        ...(streams(packages, facts) ? { oneStream: true } : {}),
        ...(can(project.go, "test -json") ? { recordStdout: "test.jsonl" } : {}),
    };
}
/** Before Go 1.10, the test of a single package writes by itself: a panic to one stream, its test's end to the other. */
function streams([one = "", ...others], { project }) {
    const single = others.length === 0 && (!one.includes("...") || project.modules.every(({ packages }) => packages.length < 2));
    return single && !can(project.go, "test -json");
}
/** `only`: flags that stand against those of `test-args`, but before what those hand to the tests themselves. */
function testCommand({ inputs, ...facts }, profile, packages, only) {
    const { go } = facts.project;
    const handed = inputs.testArgs.findIndex((word) => /^--?args$/.test(word));
    const flags = handed < 0 ? inputs.testArgs : inputs.testArgs.slice(0, handed);
    return [
        "go",
        "test",
        can(go, "test -json") ? "-json" : "-v",
        ...(inputs.race ? ["-race"] : []),
        ...(profile === undefined ? [] : [`-coverprofile=${profile}`]),
        // The vet step looks at everything that go's own vetting of tests looks at: once is enough.
        ...(can(go, "test -vet") && inputs.steps.includes("vet") ? ["-vet=off"] : []),
        `-timeout=${inputs.timeout / 1000}s`,
        ...tagArguments({ inputs, ...facts }),
        ...packages,
        ...flags,
        ...only,
        ...inputs.testArgs.slice(flags.length),
    ];
}

;// CONCATENATED MODULE: ./lib/plan/rerun.js


/** Failing tests beyond this are no flakes. */
const most = 10;
/** The failed tests in which no other failed test lies: the others failed, as far as one can see, because of these. */
function innermostFailures({ cases }) {
    return innermost(cases.filter(({ result }) => result === "failed"));
}
/** Why failed tests are not run again: a pass would hide something. Undefined to go ahead. */
function whyNotAgain({ findings, tests }) {
    const failures = tests === undefined ? [] : innermostFailures(tests);
    if (failures.length === 0 || findings.some(({ kind }) => kind !== "test"))
        return "a package did not get to the end of its tests";
    if (findings.some(({ message }) => /WARNING: DATA RACE|race detected during execution of test/.test(message)))
        return "there is a data race, which a pass would only hide";
    return failures.length > most ? `${failures.length} failed, more than ${most}` : undefined;
}
/** What is to be run again, package by package. */
function rerunsOf(failures) {
    const packages = [...Map.groupBy(failures, (one) => one.package)];
    return packages.flatMap(([name, cases]) => {
        const [inner, top] = [true, false].map((nested) => cases.filter((one) => one.name.includes("/") === nested));
        const alone = (inner ?? []).map((one) => ({ package: name, tests: [one.name] }));
        return [...(top?.length ? [{ package: name, tests: top.map((one) => one.name) }] : []), ...alone];
    });
}
/** The command of the first try, for these tests alone, and for once. `mark` tells its cover profile from the others. */
function rerunTask(first, rerun, mark, facts) {
    const [profile] = first.command.flatMap((word) => /^-coverprofile=(.*)\.out$/.exec(word)?.[1] ?? []);
    const only = ["-count=1", `-run=${pattern(rerun.tests)}`];
    const command = testCommand(facts, profile && `${profile}-${mark}.out`, [rerun.package], only);
    const oneStream = streams([rerun.package], facts);
    return {
        ...first,
        title: `go test ${only.join(" ")} ${rerun.package}`,
        command,
        ...(oneStream ? { oneStream } : {}),
    };
}
/** A regular expression for each level, as `-run` takes them. */
function pattern(tests) {
    const [one = ""] = tests;
    const exactly = (text) => `^${text}$`;
    if (tests.length > 1)
        return exactly(`(${tests.map(quoted).join("|")})`);
    return one
        .split("/")
        .map((level) => exactly(quoted(level)))
        .join("/");
}
const quoted = (text) => text.replace(/[\\.+*?()|[\]{}^$]/g, "\\$&");

;// CONCATENATED MODULE: ./lib/reading/rerun-results.js

/** Whether a test passed, and all that it lies in: a test that was not run has not passed. */
function passedAgain(test, { tests }) {
    const names = new Set([test.name, ...ancestors(test.name)]);
    const found = (tests?.cases ?? []).filter((one) => one.package === test.package && names.has(one.name));
    return found.some(({ name }) => name === test.name) && found.every(({ result }) => result === "passed");
}
/**
 * The first reading in the light of the later ones: what failed, and lies in or around nothing that still fails, is
 * flaky, and keeps what it said when it failed. `still` are the tests that never passed, `findings` what they say.
 */
function withReruns(first, still, findings) {
    const { cases = [], packages = [] } = first.tests ?? {};
    const id = (one, name) => `${one.package}\0${name}`;
    const failing = new Set(still.flatMap((one) => [one.name, ...ancestors(one.name)].map((name) => id(one, name))));
    const failedPackages = new Set(still.map((one) => one.package));
    const decided = cases.map((one) => {
        if (failing.has(id(one, one.name)))
            return { ...one, result: "failed" };
        return one.result === "failed" ? { ...one, result: "flaky" } : one;
    });
    return {
        findings,
        tests: {
            cases: decided,
            packages: packages.map((one) => one.result === "failed" && !failedPackages.has(one.package) ? { ...one, result: "passed" } : one),
        },
    };
}

;// CONCATENATED MODULE: ./lib/execute/rerun.js


/** Runs failed tests again, as often as `rerun-fails` says, and gives the result as it then stands. */
async function rerunFailed(first, facts, run) {
    const { reading, exitCode, timedOut } = first;
    if (facts.inputs.rerunFails === 0 || exitCode === 0 || timedOut || reading.tests === undefined)
        return first;
    const why = whyNotAgain(reading);
    if (why !== undefined)
        return { ...first, note: `No failed test was run again: ${why}.` };
    let failing = innermostFailures(reading.tests);
    let findings = reading.findings;
    const reruns = [];
    for (let attempt = 1; attempt <= facts.inputs.rerunFails && failing.length > 0; attempt++) {
        const tried = await runAgain(failing, attempt, first, facts, run);
        reruns.push(...tried.results);
        ({ failing, findings } = tried);
        if (tried.results.some((result) => result.timedOut || isUnsound(result)))
            break;
    }
    return {
        ...first,
        exitCode: failing.length > 0 ? exitCode : 0,
        timedOut: reruns.some((result) => result.timedOut),
        outOfMemory: failing.length > 0 && [first, ...reruns].some((result) => result.outOfMemory),
        seconds: [first, ...reruns].reduce((sum, { seconds }) => sum + seconds, 0),
        reading: withReruns(reading, failing, findings),
    };
}
/** One more try of each; gives what still fails, and what it says. */
async function runAgain(failing, attempt, first, facts, run) {
    const results = [];
    const still = [];
    const findings = [];
    for (const [index, rerun] of rerunsOf(failing).entries()) {
        const result = await run(rerunTask(first.task, rerun, `${attempt}-${index}`, facts));
        results.push(result);
        const { reading } = result;
        const tried = failing.filter((one) => one.package === rerun.package && rerun.tests.includes(one.name));
        const missed = isUnsound(result) ? tried : tried.filter((one) => !passedAgain(one, reading));
        // What fails now within a test may be another of its subtests.
        const inner = innermostFailures(reading.tests ?? { cases: [], packages: [] });
        const within = (one) => inner.filter(({ name }) => name === one.name || name.startsWith(`${one.name}/`));
        still.push(...missed.flatMap((one) => (within(one).length > 0 ? within(one) : [one])));
        if (missed.length > 0)
            findings.push(...(reading.findings.length > 0 ? reading.findings : missed.map(notRun)));
    }
    return { results, failing: still, findings };
}
/** A process that did not get to its end, or has a race, says nothing of any test. */
function isUnsound({ exitCode, reading }) {
    return exitCode !== 0 && whyNotAgain(reading) !== undefined;
}
function notRun({ name }) {
    const title = `${name} failed, and could not be run again alone`;
    return { kind: "test", file: "", line: 0, column: 0, title, message: `${title}.` };
}

;// CONCATENATED MODULE: ./lib/execute/execute.js








/** Beyond go's own `-timeout`, which prints the goroutines; this one ends what does not listen. */
const grace = 15_000;
const elsewhere = "The workspace is copied: the engine does not see this machine's files. Go's caches begin empty, and what commands change in the workspace stays in the container.";
/** Builds of different targets share little: several at once keep the processors busy while one links. */
const parallelProducts = 4;
/**
 * Runs the plan in the container, removes it, and takes over what it made. Every check runs; products are withheld when
 * one of the checks is red.
 */
async function execute(plan, container, log, scratch, token) {
    const started = performance.now();
    const run = (planned, withheld) => "skipped" in planned || withheld !== undefined
        ? Promise.resolve({ planned, withheld, results: [], seconds: 0 })
        : log.group(planned.step.name, () => runStep(planned, plan, container, log, scratch));
    await fetchFirst(plan, container, log, token);
    const checks = [];
    for (const planned of plan.steps.filter(({ step }) => step.kind === "check")) {
        checks.push(await run(planned, checks.some(isLate) ? timeUp : undefined));
    }
    await container.handOut();
    const { profile, notes: measuring } = await coverProfile(plan, scratch);
    const gate = whyWithheld(checks, profile, plan.facts.inputs.coverageThreshold);
    // Nothing that is built depends on the last commands, and nothing in them on what is built.
    const last = checks.some(isLate) ? Promise.resolve([]) : lastCommands(plan, container, scratch, profile);
    last.catch(() => undefined); // Should it fail, that is met where it is awaited.
    const products = [];
    for (const planned of plan.steps.filter(({ step }) => step.kind === "product")) {
        products.push(await run(planned, gate));
    }
    const steps = [...checks, ...products];
    const notes = [...(container.copied ? [elsewhere] : []), ...measuring, ...(await last)];
    const trouble = await diagnose(steps, plan, container, log);
    await container.handOut();
    await container.remove();
    const binaries = gate === undefined && products.every(isGreen) ? await builtBinaries(plan, scratch) : [];
    return { steps, profile, binaries, notes, trouble, seconds: (performance.now() - started) / 1000 };
}
/** Lets go download its modules first, where nothing that comes after is to reach the network, or to see the token. */
async function fetchFirst(plan, container, log, token) {
    const { network, gitToken } = plan.facts.inputs;
    if (network !== "modules" && gitToken === undefined)
        return;
    await log.group("modules", async () => {
        const trouble = await fetchModules(plan, container, log, token.env);
        if (trouble !== undefined)
            throw trouble;
        await token.takeBack();
        if (network === "modules")
            await container.disconnect();
    });
}
async function runStep(planned, plan, container, log, scratch) {
    const { step, tasks } = planned;
    const started = performance.now();
    const waiting = [...tasks.entries()];
    const results = [];
    const run = (task) => runTask(step, task, plan, container, log, scratch);
    const worker = async () => {
        for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
            const [index, task] = next;
            results[index] = await run(task);
            if (step.name === "test")
                results[index] = await rerunFailed(results[index], plan.facts, run);
            if (results[index].timedOut)
                waiting.length = 0;
        }
    };
    const workers = step.kind === "product" ? Math.min(parallelProducts, tasks.length) : 1;
    await Promise.all(Array.from({ length: workers }, worker));
    return { planned, withheld: undefined, results: results.flat(), seconds: (performance.now() - started) / 1000 };
}
async function runTask(step, task, plan, container, log, scratch) {
    const started = performance.now();
    const reader = step.reader(task, plan.facts);
    const recording = await Recording.open(scratch, task);
    const lines = new untrusted/* UntrustedLines */.M(log);
    log.info(task.title);
    const end = await container.run((0,plan_step/* commandOf */.N)(step, task), async (stream, text) => {
        await recording.write(stream, text);
        await lines.write(reader.read(stream, text));
    }, plan.facts.inputs.timeout + grace);
    await recording.close();
    await lines.end();
    const reading = reader.end(end.exitCode);
    return { task, ...end, reading, seconds: (performance.now() - started) / 1000 };
}

;// CONCATENATED MODULE: ./lib/image/root-files.js
const standard = [
    { name: "root", uid: 0, gid: 0 },
    { name: "nobody", uid: 65534, gid: 65534 },
];
/** `user` is the image's numeric user, `uid` or `uid:gid`; without a group it gets the one of its own number. */
function rootFiles(user) {
    const [uid = Number.NaN, gid = uid] = user.split(":").map(Number);
    const accounts = [...standard, { name: "nonroot", uid, gid }];
    // The only folder that surely exists is the root: a home elsewhere would be a lie.
    const passwd = firstOfEach(accounts, "uid").map(({ name, uid, gid }) => `${name}:x:${uid}:${gid}:${name}:/:/sbin/nologin\n`);
    const group = firstOfEach(accounts, "gid").map(({ name, gid }) => `${name}:x:${gid}:\n`);
    return { passwd: passwd.join(""), group: group.join("") };
}
function firstOfEach(accounts, id) {
    return [...Map.groupBy(accounts, (account) => account[id]).values()].flatMap(([first]) => first ?? []);
}

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __nccwpck_require__(1421);
// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __nccwpck_require__(8474);
// EXTERNAL MODULE: ./lib/engine/container-note.js
var container_note = __nccwpck_require__(4342);
// EXTERNAL MODULE: ./lib/engine/unmarked-env.js
var unmarked_env = __nccwpck_require__(5157);
// EXTERNAL MODULE: ./lib/engine/within.js
var within = __nccwpck_require__(4387);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(3024);
// EXTERNAL MODULE: ./lib/leftovers/owner.js
var leftovers_owner = __nccwpck_require__(563);
;// CONCATENATED MODULE: ./lib/leftovers/remove-tree.js


/** Removes a folder. Go before 1.14 write-protects its modules, and so may the code under test what it leaves behind. */
async function removeTree(folder) {
    try {
        await (0,promises_.rm)(folder, { recursive: true, force: true });
    }
    catch {
        await unlock(folder);
        await (0,promises_.rm)(folder, { recursive: true, force: true });
    }
}
async function unlock(folder) {
    await (0,promises_.chmod)(folder, 0o700).catch(() => undefined);
    const entries = await (0,promises_.readdir)(folder, { withFileTypes: true }).catch(() => []);
    for (const entry of entries)
        if (entry.isDirectory())
            await unlock((0,external_node_path_.join)(folder, entry.name));
}

// EXTERNAL MODULE: ./lib/leftovers/this-process.js
var this_process = __nccwpck_require__(5634);
;// CONCATENATED MODULE: ./lib/leftovers/sweep.js






/** In a run's folder: whose it is. */
const ownerFile = "owner";
/** How the names of a run's folders begin; 16 hex digits follow. */
const folderPrefix = "gda-";
/** Removes the folders of runs that were killed, and gives their names. */
async function sweepFolders(temp) {
    const here = (0,this_process/* surroundings */.i)();
    const swept = [];
    for (const name of (await (0,promises_.readdir)(temp)).filter((entry) => /^gda-[0-9a-f]{16}$/.test(entry))) {
        const folder = (0,external_node_path_.join)(temp, name);
        const owner = await ownerOf(folder);
        if (owner === undefined) {
            await removeUnowned(folder);
            continue;
        }
        if (!(0,leftovers_owner/* isAbandoned */.z)(owner, here))
            continue;
        await removeOwned(folder).then(() => swept.push(name), () => undefined);
    }
    return swept;
}
/** Removes a run's folder. Who is killed on the way leaves what says whose the rest is. */
async function removeOwned(folder) {
    const others = (await (0,promises_.readdir)(folder)).filter((name) => name !== ownerFile);
    await Promise.all(others.map((name) => removeTree((0,external_node_path_.join)(folder, name))));
    await removeTree(folder);
}
/** Everything was killed before the folder was told its owner: it is empty, or not of this kind. */
async function removeUnowned(folder) {
    const stat = await (0,promises_.lstat)(folder).catch(() => undefined);
    if (stat !== undefined && Date.now() - stat.mtimeMs > 60_000)
        await (0,promises_.rmdir)(folder).catch(() => undefined);
}
/** Only what is a folder of our own is looked into: in a shared temporary folder others can make one of that name. */
async function ownerOf(folder) {
    try {
        const stat = await (0,promises_.lstat)(folder);
        if (!stat.isDirectory() || stat.uid !== process.getuid?.())
            return undefined;
        const file = await (0,promises_.open)((0,external_node_path_.join)(folder, ownerFile), external_node_fs_.constants.O_RDONLY | external_node_fs_.constants.O_NOFOLLOW | external_node_fs_.constants.O_NONBLOCK);
        try {
            const { buffer, bytesRead } = await file.read(Buffer.alloc(512), 0, 512, 0);
            return buffer.toString("utf8", 0, bytesRead);
        }
        finally {
            await file.close();
        }
    }
    catch {
        return undefined;
    }
}
/** Removes the containers of runs that were killed together with their engine's client, and gives their names. */
async function sweepContainers(engine) {
    const here = (0,this_process/* surroundings */.i)();
    const abandoned = (await engine.containers()).filter(({ owner }) => (0,leftovers_owner/* isAbandoned */.z)(owner, here)).map(({ name }) => name);
    if (abandoned.length > 0)
        await engine.removeContainers(abandoned);
    return abandoned;
}

;// CONCATENATED MODULE: ./lib/leftovers/janitor.js






/**
 * Waits for the end of its standard input, which this process holds, and then removes the container that the folder
 * names, and the folder: whatever ends this process, nothing of them remains. An engine whose client was killed may only
 * be about to make the container, and a container may still write into the folder, so that one try may fail.
 */
const script = `
cat >/dev/null
read -r engine container <"$1/private/${container_note/* containerNote */.y}" 2>/dev/null
remove() { [ -z "$container" ] || "$engine" rm --force --volumes "$container" >/dev/null 2>&1; }
remove
trap '[ -z "$container" ] || sleep 2; remove' EXIT
for try in 1 2 3 4 5 6 7 8 9 10; do
  chmod -R u+rwX -- "$1" 2>/dev/null
  for entry in "$1"/* "$1"/.[!.]*; do [ "$entry" = "$1/${ownerFile}" ] || rm -rf -- "$entry" 2>/dev/null; done
  rm -rf -- "$1" 2>/dev/null && exit
  sleep 0.5
done`;
/** Puts a janitor in charge of a folder. */
function janitorOf(folder) {
    const child = (0,external_node_child_process_.spawn)("sh", ["-c", script, "gda-janitor", folder], {
        cwd: "/",
        env: (0,unmarked_env/* unmarkedEnv */.H)(),
        detached: true,
        stdio: ["pipe", "ignore", "ignore"],
    });
    const gone = (0,external_node_events_.once)(child, "close").catch(() => undefined); // No `sh`, no janitor: the next run sweeps.
    child.stdin.on("error", () => { });
    return {
        dismiss: async () => {
            child.stdin.end();
            await (0,within/* within */.u)(1_000, gone);
            child.unref();
        },
    };
}

;// CONCATENATED MODULE: ./lib/leftovers/own-folder.js







/** Gives the body a folder in the temporary one that is this process's alone (0700). Whatever ends us, it goes. */
async function withOwnFolder(temp, body) {
    const folder = (0,external_node_path_.join)(await (0,promises_.realpath)(temp), `${folderPrefix}${(0,external_node_crypto_.randomBytes)(8).toString("hex")}`);
    // First: between the folder and its janitor we could be ended.
    const janitor = janitorOf(folder);
    try {
        await (0,promises_.mkdir)(folder, { mode: 0o700 });
        await (0,promises_.writeFile)((0,external_node_path_.join)(folder, ownerFile), (0,leftovers_owner/* ownerText */.d)((0,this_process/* thisProcess */.W)()));
        return await body(folder);
    }
    finally {
        await removeOwned(folder).catch(() => undefined); // The janitor tries on.
        await janitor.dismiss();
    }
}

;// CONCATENATED MODULE: ./lib/execute/scratch.js




/** Gives the body a folder outside the source tree, so that no build sees a dirty tree. Whatever ends us, it goes. */
function withScratch(host, workspace, body) {
    return withOwnFolder(host.facts.temp, async (scratch) => {
        await makeFolder((0,external_node_path_.join)(scratch, "private"), 0o700);
        return await body({
            scratch,
            status: (0,external_node_path_.join)(scratch, "status"),
            private: (0,external_node_path_.join)(scratch, "private"),
            prepare: (cache) => prepare(scratch, cache ?? (0,external_node_path_.join)(scratch, "cache"), workspace),
        });
    });
}
async function prepare(scratch, cache, { uid, gid }) {
    // The host alone writes in these.
    for (const name of ["in", "reports"])
        await makeFolder((0,external_node_path_.join)(scratch, name), 0o755);
    await writeShared((0,external_node_path_.join)(scratch, "passwd"), `${rootFiles("65532:65532").passwd}gda:x:${uid}:${gid}::/gda/home:/bin/sh\n`);
    // To each user caches of their own: go fails at every file in them that it may not read.
    const ownCache = (0,external_node_path_.join)(cache, String(uid));
    const inScratch = ["out", "out/cover", "status", "home"].map((name) => (0,external_node_path_.join)(scratch, name));
    const folders = [...inScratch, ownCache, (0,external_node_path_.join)(ownCache, "build"), (0,external_node_path_.join)(ownCache, "pkg")];
    for (const folder of folders)
        await makeFolder(folder, 0o755);
    await makeFolder((0,external_node_path_.join)(scratch, "tmp"), 0o1777);
    // Git refuses a repository of another user; the mount's owner may look like one.
    await writeShared((0,external_node_path_.join)(scratch, "home", ".gitconfig"), "[safe]\n\tdirectory = *\n");
    if (process.getuid?.() === 0)
        await Promise.all([...folders, (0,external_node_path_.join)(scratch, "tmp")].map((folder) => (0,promises_.chown)(folder, uid, gid)));
    return { scratch, cache: ownCache };
}
/** Modes are said as they are to be: under a narrow umask another user would not get in. */
async function makeFolder(path, mode) {
    await (0,promises_.mkdir)(path, { recursive: true });
    await (0,promises_.chmod)(path, mode);
}
async function writeShared(path, content) {
    await (0,promises_.writeFile)(path, content);
    await (0,promises_.chmod)(path, 0o644);
}

;// CONCATENATED MODULE: ./lib/execute/git-token.js




/** GitHub wants that name; others take any. */
const gitUser = "x-access-token";
const nothingLent = { env: {}, takeBack: () => Promise.resolve() };
/**
 * Lets git in the container use `git-token` for the hosts of `goprivate`. It is to be taken back before anything runs
 * that belongs to the project.
 */
async function lendGitToken({ gitToken, goprivate, caCertificates }, container, scratch) {
    if (gitToken === undefined)
        return nothingLent;
    const answer = (0,external_node_path_.join)(scratch, "in", answerFile);
    for (const folder of ["in/config", "in/config/git"])
        await makeFolder((0,external_node_path_.join)(scratch, folder), 0o755);
    await writeShared((0,external_node_path_.join)(scratch, "in/config/git/config"), gitConfig(hostsOf(goprivate), caCertificates !== undefined));
    // The folder around the file is ours alone.
    await writeShared(answer, `username=${gitUser}\npassword=${gitToken}\n`);
    await container.handIn();
    return {
        env: { XDG_CONFIG_HOME: `${layout/* layout */.Z.in}/config` },
        takeBack: async () => {
            // Emptied first: where the container has copies, that is handed in like all else.
            await writeShared(answer, "");
            await container.handIn();
            await (0,promises_.rm)(answer);
        },
    };
}
const answerFile = "git-credential";
function hostsOf(patterns) {
    return [...new Set(patterns.map((pattern) => pattern.split("/")[0] ?? ""))];
}
/** Git asks the helper with a word more, which the `:` takes. */
function gitConfig(hosts, ownRoots) {
    return hosts
        .flatMap((host) => [
        `[credential "https://${host}"]`,
        `\thelper = "!cat ${layout/* layout */.Z.in}/${answerFile}; :"`,
        ...(ownRoots ? [`[http "https://${host}"]`, `\tsslCAInfo = ${layout/* layout */.Z.roots}/roots.pem`] : []),
    ])
        .map((line) => `${line}\n`)
        .join("");
}

;// CONCATENATED MODULE: ./lib/execute/verify-modules.js


const verify_modules_deadline = 5 * 60_000;
/**
 * Lets go compare the modules of a restored cache with what was once downloaded; against `go.sum` it checks them itself
 * when it uses them. Where something was changed, the modules go, and are downloaded again.
 */
async function verifyModules(container, workspace, modules, log) {
    if (workspace.mode === "gopath")
        return;
    for (const dir of workspace.moduleDirs) {
        let said = "";
        const { exitCode } = await container.run({ command: ["go", "mod", "verify"], workdir: (0,external_node_path_.join)(workspace.containerPath, dir), env: {}, alone: true }, (_, text) => {
            said = (said + text).slice(-64 * 1024);
        }, verify_modules_deadline);
        const changed = said.split("\n").find((line) => /has been modified|checksum mismatch|missing ziphash/i.test(line));
        if (exitCode === 0 || changed === undefined)
            continue;
        log.warning(`The cache's modules are not used: ${changed.trim()}`);
        await removeTree((0,external_node_path_.join)(modules, "mod"));
        return;
    }
}

// EXTERNAL MODULE: ./lib/inputs/first-illegal.js
var first_illegal = __nccwpck_require__(9156);
// EXTERNAL MODULE: ./lib/inputs/input-table.js + 4 modules
var input_table = __nccwpck_require__(1652);
// EXTERNAL MODULE: ./lib/inputs/parse.js
var parse = __nccwpck_require__(4170);
// EXTERNAL MODULE: ./lib/inputs/nearest.js
var nearest = __nccwpck_require__(3231);
;// CONCATENATED MODULE: ./lib/inputs/unknown-input.js

/** A name that is no input: on GitHub the runner only warns of it. */
function unknownInput(name, known) {
    const near = (0,nearest/* nearest */.p)(name.replaceAll("_", "-"), known);
    const hint = near === undefined ? "See the README's table." : `Did you mean "${near}"?`;
    return { input: name, message: `there is no such input. ${hint}` };
}

;// CONCATENATED MODULE: ./lib/inputs/inputs.js




function camel(name) {
    return name.replace(/-([a-z])/g, (_, letter) => letter.toUpperCase());
}
/** Reads all inputs. One that is wrong gives problems and its default, so that the others are judged too. */
function parseInputs(raw) {
    const unknown = Object.keys(raw).filter((name) => !Object.hasOwn(input_table/* inputTable */.F, name));
    const problems = unknown.map((name) => unknownInput(name, input_table/* inputNames */.v));
    const notes = [];
    const entries = input_table/* inputNames */.v.map((name) => {
        const field = input_table/* inputTable */.F[name];
        const given = (raw[name] ?? "").trim();
        const note = (message) => notes.push(`${name}: ${message}`);
        if (name === "password" && given !== (raw[name] ?? ""))
            note("the white space around it is left out");
        try {
            return [camel(name), parseField(field, given, note)];
        }
        catch (error) {
            problems.push(...problemsOf(name, given, error));
            return [camel(name), field.parse(field.default)];
        }
    });
    return { inputs: Object.fromEntries(entries), problems, notes };
}
/** Linux takes an argument or variable of less than 128 KiB, and ours get some words before them. */
const largest = 127 * 1024;
function parseField(field, given, note) {
    const bytes = new TextEncoder().encode(given).length;
    if (bytes > largest)
        throw new Error(`the value has ${bytes} bytes. An input holds ${largest} (127 KiB) at most.`);
    const control = (0,first_illegal/* firstIllegal */.r)(given, /\P{Cc}|[\n\r\t]/u);
    if (control !== undefined)
        throw new Error(`${control} is a control character. Remove it.`);
    return field.parse(given === "" ? field.default : given, note);
}
function problemsOf(input, given, error) {
    if (error instanceof parse/* ItemProblems */._)
        return error.items.map((item) => ({ input, ...item }));
    const message = error instanceof Error ? error.message : String(error);
    return [secret.includes(input) ? { input, message } : { input, item: given, message }];
}
/** What no message shows. */
const secret = ["password", "git-token", "env"];

// EXTERNAL MODULE: ./lib/inputs/output-template.js
var output_template = __nccwpck_require__(6535);
;// CONCATENATED MODULE: ./lib/inputs/rules.js


/** What single inputs cannot know: the combinations that make no sense. */
function contradictions(inputs) {
    return [...imageRules, ...otherRules].flatMap((rule) => rule(inputs));
}
const imageRules = [
    ({ push, image }) => push && image.length === 0
        ? [{ input: "push", message: "there is no image to push. Set `image` to its name." }]
        : [],
    ({ image, steps }) => image.length > 0 && !steps.includes("build")
        ? [{ input: "image", message: "the image is made of what is built, but `steps` has no build. Add `build`." }]
        : [],
    ({ image, targets }) => image.length > 0 && targets.length > 0 && !targets.some(({ os }) => os === "linux")
        ? [{ input: "image", message: "an image needs a linux target. Add one to `targets`, for instance linux/amd64." }]
        : [],
    ({ image }) => image.flatMap(({ digest, tag }) => [
        ...(digest === ""
            ? []
            : [{ input: "image", item: digest, message: "a digest is what a push gives. Give the name alone." }]),
        ...(tag === ""
            ? []
            : [{ input: "image", item: tag, message: "tags come from `image-tags`. Give the name alone." }]),
    ]),
    ({ push, provenance, sbom }) => Object.entries({ provenance, sbom }).flatMap(([input, wanted]) => wanted && !push
        ? [{ input, message: "it is attached in the registry, and nothing is pushed. Set `push: true`." }]
        : []),
    (inputs) => {
        const own = ownOnly(inputs);
        if (inputs.dockerfile === "generated")
            return own.map((input) => ({
                input,
                message: "it is for your own Dockerfile, and `dockerfile` says `generated`.",
            }));
        const message = "it is for the generated Dockerfile. Say it in your own, or set `dockerfile: generated`.";
        return inputs.dockerfile === undefined && own.length === 0
            ? []
            : generatedOnly(inputs).map((input) => ({ input, message }));
    },
    ({ registry, image, username }) => {
        if (registry === undefined)
            return [];
        const problem = { input: "registry", item: registry };
        if (username === undefined)
            return [{ ...problem, message: "there is no login for it. Set `username` and `password`, or leave it out." }];
        return image.some((name) => name.registry === registry)
            ? []
            : [{ ...problem, message: "none of the names in `image` is there. Write the one that the login is for." }];
    },
    ({ username, password }) => {
        if ((username === undefined) === (password === undefined))
            return [];
        const [there, missing] = username === undefined ? ["password", "username"] : ["username", "password"];
        return [{ input: missing, message: `\`${there}\` is given without it. Give both or neither.` }];
    },
    ({ imagePlatforms, targets }) => {
        const built = targets.map(inputs_target/* targetPlatform */.LM);
        return imagePlatforms.flatMap((platform) => {
            const problem = { input: "image-platforms", item: (0,inputs_target/* targetName */.je)(platform) };
            if (platform.os !== "linux")
                return [{ ...problem, message: "images run on linux. Leave it out." }];
            const missing = targets.length > 0 && !built.includes((0,inputs_target/* targetPlatform */.LM)(platform));
            return missing ? [{ ...problem, message: "it is not among `targets`. Add it there too." }] : [];
        });
    },
];
/** The inputs that say something and mean nothing to an own Dockerfile. */
function generatedOnly(inputs) {
    const said = {
        "image-base": inputs.imageBase !== "scratch",
        "image-build": inputs.imageBuild !== "binary",
        "image-entrypoint": inputs.imageEntrypoint.length > 0,
        "image-cmd": inputs.imageCmd.length > 0,
        "image-user": inputs.imageUser !== "65532:65532",
        "image-files": inputs.imageFiles.length > 0,
        "image-config": inputs.imageConfig.length > 0,
        "image-tzdata": inputs.imageTzdata,
    };
    return Object.keys(said).filter((input) => said[input]);
}
/** The inputs that say something and mean nothing to the generated Dockerfile. */
function ownOnly(inputs) {
    const said = {
        "image-target": inputs.imageTarget !== undefined,
        "image-build-args": inputs.imageBuildArgs.length > 0,
        "image-secrets": inputs.imageSecrets.length > 0,
    };
    return Object.keys(said).filter((input) => said[input]);
}
/** Flags that the action sets itself, and those that make go run another program. */
const managed = {
    "-o": "use `output`",
    "-ldflags": "use `ldflags`",
    "-tags": "use `build-tags`",
    "-trimpath": "use `trimpath`",
    "-race": "use `race`",
    "-json": "the test report is read from it",
    "-coverprofile": "use `coverage`",
    "-timeout": "use `timeout`",
    "-toolexec": "it would run another program",
    "-exec": "it would run another program",
};
const otherRules = [
    ({ coverageThreshold, coverage, steps }) => coverageThreshold !== undefined && (!coverage || !steps.includes("test"))
        ? [
            {
                input: "coverage-threshold",
                message: "no coverage is measured. Set `coverage: true` and keep `test` in `steps`.",
            },
        ]
        : [],
    ({ artifacts }) => artifacts.includes("none") && artifacts.length > 1
        ? [{ input: "artifacts", item: "none", message: "`none` stands alone. Remove it, or the others." }]
        : [],
    ({ cgo, targets, goImage, env }) => {
        // The golang images have a C compiler for Linux; who brings another image or compiler knows what it can.
        if (!cgo || goImage !== undefined || env.some(({ name }) => /^CC(_|$)/.test(name)))
            return [];
        const foreign = targets.filter(({ os }) => os !== "linux");
        const message = "with `cgo` it needs a C compiler for that system, and the golang image has none. Set `cgo: false`.";
        return foreign.map((target) => ({ input: "targets", item: (0,inputs_target/* targetName */.je)(target), message }));
    },
    ({ output, targets, version = "" }) => {
        const binaries = targets.map((target) => ({
            name: "one",
            target,
            path: (0,output_template/* binaryPath */.VJ)(output, "one", target, version),
        }));
        return (0,output_template/* pathCollisions */.$C)(binaries).map((item) => ({ input: "output", item, message: collisionMessage }));
    },
    ({ gitToken, goprivate, network, imageBuild }) => {
        if (gitToken === undefined)
            return [];
        const input = "git-token";
        const vague = goprivate.filter((pattern) => /[*?[]/.test(pattern.split("/")[0] ?? ""));
        const named = "a token goes to hosts that are named in full. Write for instance `git.example.org/*`.";
        return [
            ...(goprivate.length === 0
                ? [{ input, message: "nothing says where it belongs. Name the private modules in `goprivate`." }]
                : []),
            ...vague.map((item) => ({ input: "goprivate", item, message: named })),
            ...(network === "none"
                ? [{ input, message: "with `network: none` nothing is downloaded. Use `network: modules`, or leave it out." }]
                : []),
            ...(imageBuild === "source"
                ? [{ input, message: "it is not there in `image-build: source`. Use `binary`, or vendor the modules." }]
                : []),
        ];
    },
    ({ rerunFails, testArgs }) => rerunFails > 0
        ? testArgs
            .filter((word) => /^--?(test\.)?failfast(=(?!false|0|f$))?/i.test(word))
            .map((item) => ({
            input: "rerun-fails",
            item,
            message: "tests that were never reached would pass with it. Leave `-failfast` out of `test-args`.",
        }))
        : [],
    ({ testArgs, buildFlags }) => [...managedFlags("test-args", testArgs), ...managedFlags("build-flags", buildFlags)],
];
/** Two binaries would get one path. */
const collisionMessage = "several binaries would have the same path. Add {{name}}, {{os}}, {{arch}} or {{variant}}.";
function managedFlags(input, flags) {
    return flags.flatMap((flag) => {
        const name = flag.replace(/^--/, "-").replace(/[= ].*$/s, "");
        const why = managed[name];
        return why === undefined ? [] : [{ input, item: flag, message: `${name} is managed by the action: ${why}.` }];
    });
}

;// CONCATENATED MODULE: ./lib/plan/binaries.js



/** What to compile for: the input, else the engine's own platform. */
function chosenTargets({ inputs, project }) {
    return inputs.targets.length > 0 ? inputs.targets : [{ os: project.go.os, arch: project.go.arch, variant: "" }];
}
/** One binary per main package and target. */
function plannedBinaries(facts) {
    const { inputs, project } = facts;
    return project.modules.flatMap((module) => mainPackages(module, inputs.main).flatMap((main) => chosenTargets(facts).map((target) => {
        const name = commandName(main.importPath);
        const path = (0,output_template/* binaryPath */.VJ)(inputs.output, name, target, project.version);
        const builtAt = `${builtIn(target)}/${name}${target.os === "windows" ? ".exe" : ""}`;
        return { name, target, main, module, builtAt, path };
    })));
}
/** The main packages that `main` names by `./dir`, `./dir/...` or import path; all when it names none. */
function mainPackages(module, wanted) {
    const mains = module.packages.filter(({ name }) => name === "main");
    return wanted.length === 0 ? mains : mains.filter((main) => wanted.some((pattern) => matches(pattern, main, module)));
}
function matches(pattern, { importPath, dir }, module) {
    const inModule = module.dir === "." ? dir : dir.slice(module.dir.length + 1) || ".";
    const path = pattern.startsWith(".") ? inModule : importPath;
    const wanted = pattern === "." ? "." : pattern.replace(/^\.\//, "").replace(/\/$/, "");
    if (wanted === "...")
        return true;
    return wanted.endsWith("/...") ? `${path}/`.startsWith(wanted.slice(0, -3)) : path === wanted;
}
/** The last element of the import path that is no major version, as the go command names its output. */
function commandName(importPath) {
    const parts = importPath.split("/").filter((part, i) => i === 0 || !/^v[2-9]\d*$|^v1\d+$/.test(part));
    return parts.at(-1) ?? importPath;
}
function builtIn(target) {
    return `bin/${(0,inputs_target/* targetName */.je)(target).replaceAll("/", "-")}`;
}
/** What `go build -o` is given, absolute in the container: a file for one binary, a folder for several of one target. */
function outputArgument(binaries) {
    const [first] = binaries;
    if (first === undefined)
        throw new Error("no binary to build");
    return `${layout/* layout */.Z.out}/${binaries.length === 1 ? first.builtAt : `${builtIn(first.target)}/`}`;
}

;// CONCATENATED MODULE: ./lib/plan/fetch.js




/**
 * What brings in every module that the steps need, and no other: go has to read all packages to list what they import.
 * Where modules are vendored, it needs no network to do so. Before Go 1.11 there are no modules.
 */
function fetches(facts) {
    const { project, inputs } = facts;
    if (project.mode === "gopath" || !can(project.go, "modules"))
        return [];
    const others = inputs.steps.includes("build") ? chosenTargets(facts).filter((target) => !isOwn(target, facts)) : [];
    const systems = [...Map.groupBy(others, ({ os, arch }) => `${os}/${arch}`).values()].flatMap(([one]) => one ?? []);
    return project.modules
        .filter(({ packages }) => packages.length > 0)
        .flatMap((module) => [
        fetch_fetch(module, ["-test"], "", {}, facts),
        ...systems.map((target) => fetch_fetch(module, [], ` for ${(0,inputs_target/* targetName */.je)(target)}`, (0,inputs_target/* targetEnv */.Dm)(target), facts)),
    ]);
}
function isOwn({ os, arch }, { project: { go } }) {
    return os === go.os && arch === go.arch;
}
function fetch_fetch(module, flags, suffix, env, facts) {
    const command = ["go", "list", "-deps", ...flags, ...tagArguments(facts), ...packageArguments(module, facts)];
    return {
        title: `${command.join(" ")}${suffix}`,
        command,
        workdir: module.containerDir,
        env: { ...goEnv(facts), ...env },
    };
}

// EXTERNAL MODULE: ./lib/inputs/fields.js
var fields = __nccwpck_require__(8608);
// EXTERNAL MODULE: ./lib/inputs/image-ref.js
var image_ref = __nccwpck_require__(3152);
// EXTERNAL MODULE: ./lib/image/dockerfile-words.js
var dockerfile_words = __nccwpck_require__(491);
;// CONCATENATED MODULE: ./lib/image/dockerfile.js




const baseNames = {
    alpine: "alpine:latest",
    distroless: "gcr.io/distroless/static-debian12",
};
const bundle = "/etc/ssl/certs/ca-certificates.crt";
/** Where Go's time package is told to look, since 1.8. */
const zones = "/zoneinfo.zip";
/** The default: binaries that were tested, put beside the root files. No RUN, so no platform needs emulation. */
function binaryDockerfile(spec) {
    const platform = spec.platformPath.includes("${TARGETPLATFORM}") ? ["ARG TARGETPLATFORM"] : [];
    const binaries = spec.binaries.map((name) => (0,dockerfile_words/* copy */.C)([`${spec.platformPath}/${(0,dockerfile_words/* pattern */.T1)(name)}`, `/${(0,dockerfile_words/* word */.Vm)(name)}`]));
    return dockerfile([
        "# Generated by go-docker-action (image-build: binary): it copies the tested binaries and compiles nothing.",
        `# Its context holds <platform>/<binary>${spec.files.length > 0 ? ", files/" : ""} and root/ (certificates, passwd, group, tmp).`,
        ...rootStage(spec),
        ...finalStage(spec, spec.binaries, [...platform, ...binaries]),
    ]);
}
/** `image-build: source`: a multistage build that compiles again, from the sources in its context. */
function sourceDockerfile(spec) {
    return dockerfile([
        "# Generated by go-docker-action (image-build: source): it compiles inside the build.",
        `# Its context holds the sources${spec.files.length > 0 ? ", files/" : ""} and root/ (certificates, passwd, group, tmp).`,
        ...rootStage(spec),
        ...goStage(spec),
        ...finalStage(spec, spec.commands.map(({ name }) => name), [(0,dockerfile_words/* copy */.C)(["/out/", "/"], "build")]),
    ]);
}
function dockerfile(lines) {
    return `${lines.join("\n")}\n`;
}
function rootStage(spec) {
    return spec.base === "scratch" || spec.certificates || spec.timeZones
        ? ["", "FROM scratch AS root", (0,dockerfile_words/* copy */.C)(["root/", "/"])]
        : [];
}
function finalStage(spec, binaries, products) {
    return [
        "",
        `FROM ${baseReference(spec)}`,
        ...(spec.base === "scratch" ? [(0,dockerfile_words/* copy */.C)(["/", "/"], "root")] : [...dockerfile_certificates(spec), ...dockerfile_timeZones(spec)]),
        ...products,
        ...spec.files.map(({ from, to }) => (0,dockerfile_words/* copy */.C)([`files/${(0,dockerfile_words/* pattern */.T1)(from)}`, (0,dockerfile_words/* word */.Vm)(to)])),
        ...Object.entries(spec.labels).map(([key, value]) => `LABEL ${(0,dockerfile_words/* labelKey */.kJ)(key)}=${(0,dockerfile_words/* quoted */.TL)(value)}`),
        ...(spec.timeZones ? [`ENV ZONEINFO=${zones}`] : []),
        ...spec.config,
        `USER ${numericUser(spec.user)}`,
        `ENTRYPOINT ${(0,dockerfile_words/* json */.Pq)(entrypoint(spec.entrypoint, binaries))}`,
        `CMD ${(0,dockerfile_words/* json */.Pq)(spec.cmd)}`,
    ];
}
function goStage(spec) {
    const gopath = spec.importPath !== "";
    const sources = spec.source === "." ? "" : `${(0,dockerfile_words/* pattern */.T1)(spec.source)}/`;
    return [
        "",
        `FROM ${spec.buildkit ? "--platform=$BUILDPLATFORM " : ""}${reference(spec.goImage)} AS build`,
        ...dockerfile_certificates(spec),
        `WORKDIR ${gopath ? `/go/src/${(0,fields/* importPath */.LM)(spec.importPath)}` : "/src"}`,
        ...(gopath ? ["ENV GO111MODULE=off"] : []),
        ...moduleLayer(spec.moduleFiles, sources),
        (0,dockerfile_words/* copy */.C)([sources || ".", "./"]),
        ...targetLines(spec),
        ...spec.commands.map((command) => (0,dockerfile_words/* run */.eF)(["go", "build", ...spec.flags, "-o", `/out/${command.name}`, command.package])),
    ];
}
function moduleLayer(files, sources) {
    if (files.length === 0)
        return [];
    return [(0,dockerfile_words/* copy */.C)([...files.map((file) => sources + (0,dockerfile_words/* pattern */.T1)(file)), "./"]), (0,dockerfile_words/* run */.eF)(["go", "mod", "download"])];
}
/** Where compiling is for differs by platform, so it comes after the layers that all platforms share. */
function targetLines({ buildkit, targets }) {
    if (!buildkit)
        return [`ENV ${environment({ CGO_ENABLED: "0", ...(0,inputs_target/* targetEnv */.Dm)(onlyTarget(targets)) })}`];
    const odd = targets.find(({ arch, variant }) => arch !== "arm" && variant !== "");
    if (odd !== undefined) {
        throw new Error(`no Dockerfile can compile for ${(0,inputs_target/* targetName */.je)(odd)}. Leave the variant out, or use image-build: binary.`);
    }
    const env = environment({ CGO_ENABLED: "0", GOOS: "$TARGETOS", GOARCH: "$TARGETARCH" });
    const lines = ["ARG TARGETOS", "ARG TARGETARCH", `ENV ${env}`];
    // The modifier needs BuildKit 0.13: it is written only where GOARM matters, as go takes `7` and not `v7`.
    return targets.some(({ arch }) => arch === "arm")
        ? [...lines, "ARG TARGETVARIANT", "ENV GOARM=${TARGETVARIANT#v}"]
        : lines;
}
function onlyTarget(targets) {
    const [target] = targets;
    if (target === undefined || targets.length > 1) {
        throw new Error(`without BuildKit a Dockerfile is for one target, not ${targets.length}. Make one for each.`);
    }
    return target;
}
function environment(values) {
    return Object.entries(values)
        .map(([name, value]) => `${name}=${value}`)
        .join(" ");
}
function dockerfile_certificates(spec) {
    return spec.certificates ? [(0,dockerfile_words/* copy */.C)([bundle, bundle], "root")] : [];
}
function dockerfile_timeZones(spec) {
    return spec.timeZones ? [(0,dockerfile_words/* copy */.C)([zones, zones], "root")] : [];
}
function entrypoint(wanted, binaries) {
    const [program = binaries[0] ?? "", ...rest] = wanted;
    if (wanted.length === 0 && binaries.length !== 1) {
        throw new Error(`the image holds ${binaries.length} binaries. Name the one to start with \`image-entrypoint\`.`);
    }
    return [binaries.includes(program) ? `/${program}` : program, ...rest];
}
function baseReference({ base, baseNames: own }) {
    return reference(new Map(Object.entries({ ...baseNames, ...own })).get(base) ?? base);
}
/** The grammar of references leaves no room for a second instruction. */
function reference(text) {
    (0,image_ref/* parseImageRef */.Q)(text);
    return text;
}
function numericUser(user) {
    if (!/^\d+(:\d+)?$/.test(user))
        throw new Error('the user is a number, as scratch knows no names. Write for instance "65532:65532".');
    return user;
}

;// CONCATENATED MODULE: ./lib/image/labels.js
/** The OCI labels that are known, sorted; the user's own come on top, and an empty value takes a label away. */
function imageLabels(git, version, own) {
    const url = publicUrl(git.repositoryUrl);
    const computed = {
        created: git.commitDate,
        description: git.description,
        licenses: git.license,
        revision: git.sha,
        source: url,
        title: url.slice(url.lastIndexOf("/") + 1),
        url,
        version,
    };
    const labels = new Map(Object.entries(computed).map(([key, value]) => [`org.opencontainers.image.${key}`, value]));
    for (const [key, value] of own)
        labels.set(key, value);
    return Object.fromEntries([...labels].filter(([, value]) => value !== "").toSorted(byKey));
}
function byKey([a], [b]) {
    return a < b ? -1 : 1;
}
/** A clone's address may hold a token, which must not be published. */
function publicUrl(text) {
    const address = text.replace(/\/+$/, "").replace(/\.git$/, "");
    if (!URL.canParse(address))
        return address;
    const url = new URL(address);
    url.username = "";
    url.password = "";
    return url.href.replace(/\/$/, "");
}

// EXTERNAL MODULE: ./lib/image/tag-flavor.js
var tag_flavor = __nccwpck_require__(5126);
// EXTERNAL MODULE: ./lib/inputs/template.js + 1 modules
var template = __nccwpck_require__(2295);
// EXTERNAL MODULE: ./lib/image/expressions.js
var expressions = __nccwpck_require__(7814);
// EXTERNAL MODULE: ./lib/image/git-context.js
var git_context = __nccwpck_require__(2783);
// EXTERNAL MODULE: ./lib/image/tag-rules.js + 10 modules
var tag_rules = __nccwpck_require__(8936);
;// CONCATENATED MODULE: ./lib/image/tags.js






/**
 * Applies the rules. As in metadata-action, the first tag alone decides about `latest`; here a release has it only when no
 * higher one is known.
 */
function imageTags(rules, git, flavor = (0,tag_flavor/* tagFlavor */.H)([])) {
    const results = (rules.length === 0 ? defaultRules(git) : rules)
        .filter(({ enable }) => (0,expressions/* fillExpressions */.p)(enable, git) === "true")
        .toSorted((a, b) => b.priority - a.priority)
        .map((rule) => applyRule(withFlavor(rule, flavor), git));
    const [main, ...others] = results.filter(({ tag }) => tag !== "");
    const notes = results.map(({ note }) => note);
    if (main === undefined)
        return { tags: [], version: "", notes: distinct([...notes, noTag(git)]) };
    const higher = higherRelease(main, git.gitTags);
    const wanted = wantsLatest(main, flavor);
    if (wanted && higher !== undefined)
        notes.push(`"latest" stays where it is: ${higher} is higher than ${main.release}.`);
    return {
        tags: distinct([
            ...[main, ...others].map(({ tag }) => tag),
            ...(wanted && higher === undefined ? [latestTag(flavor, git)] : []),
        ]),
        version: main.tag,
        notes: distinct(notes),
    };
}
function wantsLatest({ release }, flavor) {
    if (flavor.latest !== "auto")
        return flavor.latest === "true";
    return release !== undefined && !isPrerelease(release);
}
function latestTag({ prefix, suffix }, git) {
    const of = ({ text, onLatest }) => (onLatest ? (0,expressions/* fillExpressions */.p)(text, git) : "");
    return sanitize(of(prefix), "latest", of(suffix));
}
/** What a rule says of its own stands in place of what holds for all. */
function withFlavor(rule, { prefix, suffix }) {
    return { ...rule, prefix: rule.prefix ?? prefix.text, suffix: rule.suffix ?? suffix.text };
}
function distinct(texts) {
    return [...new Set(texts)].filter((text) => text !== "");
}
function noTag({ ref }) {
    return `No rule of \`image-tags\` gives a tag ${ref ? `for ${ref}` : "without a git ref"}. Add one that does, for instance type=sha.`;
}
function defaultRules({ ref, eventName }) {
    if (eventName === "schedule")
        return (0,tag_rules/* parseTagRules */.h)("type=schedule\ntype=ref,event=branch");
    if (ref.startsWith("refs/heads/"))
        return (0,tag_rules/* parseTagRules */.h)("type=ref,event=branch");
    if (ref.startsWith("refs/pull/"))
        return (0,tag_rules/* parseTagRules */.h)("type=ref,event=pr");
    if (!ref.startsWith("refs/tags/"))
        return (0,tag_rules/* parseTagRules */.h)("type=sha");
    const release = semver.parse((0,git_context/* tagOf */.c)(ref));
    if (release === null)
        return (0,tag_rules/* parseTagRules */.h)("type=ref,event=tag");
    // Version 0 promises nothing between its minors: a tag `0` would.
    const patterns = ["{{version}}", "{{major}}.{{minor}}", ...(release.major === 0 ? [] : ["{{major}}"])];
    return (0,tag_rules/* parseTagRules */.h)(patterns.map((pattern) => `type=semver,pattern=${pattern}`).join("\n"));
}
const nothing = { tag: "", release: undefined, read: (tag) => semver.parse(tag), note: "" };
function applyRule(rule, git) {
    const given = (0,expressions/* fillExpressions */.p)(rule.value, git);
    switch (rule.type) {
        case "schedule":
            return result(rule, git, /schedule/.test(git.eventName) ? (0,expressions/* fillExpressions */.p)(rule.pattern, git) : "");
        case "raw":
            return result(rule, git, given);
        case "sha":
            return result(rule, git, rule.format === "long" ? git.sha : git.sha.slice(0, 7));
        case "edge":
            return result(rule, git, git.ref === `refs/heads/${rule.branch || git.defaultBranch}` ? "edge" : "");
        case "ref":
            return {
                ...result(rule, git, refValue(rule.event, git.ref)),
                release: semver.parse((0,git_context/* tagOf */.c)(git.ref)) ?? undefined,
            };
        case "match":
            return matchResult(rule, git, given || (0,git_context/* tagOf */.c)(git.ref));
        case "semver":
            return semverResult(rule, git, given || (0,git_context/* tagOf */.c)(git.ref));
    }
}
function result(rule, git, value) {
    if (value === "")
        return nothing;
    const of = (text) => (0,expressions/* fillExpressions */.p)(text ?? "", git);
    const tag = sanitize(of(rule.prefix), value, of(rule.suffix));
    return tag === "" ? { ...nothing, note: `"${value}" leaves no letter that a tag may have.` } : { ...nothing, tag };
}
/** The part of a git tag that a pattern finds. A version keeps its place in the order of versions. */
function matchResult(rule, git, raw) {
    if (raw === "")
        return nothing;
    const find = (tag) => (0,tag_rules/* tagPattern */.b)(rule.pattern).exec(flat(tag))?.[rule.group];
    const read = (tag) => semver.parse(find(tag) ?? "");
    const found = find(raw);
    return found === undefined
        ? { ...nothing, note: `"${raw}" has no match for ${rule.pattern}, so there is no tag.` }
        : { ...result(rule, git, found), release: read(raw) ?? undefined, read };
}
function semverResult(rule, git, raw) {
    if (raw === "")
        return nothing;
    const text = versionText(rule, raw);
    const release = semver.parse(text);
    if (release === null)
        return { ...nothing, note: `"${raw}" is no semantic version, so type=semver gives no tag.` };
    const { version, major, minor, patch } = release;
    const values = { raw: text, version, major: `${major}`, minor: `${minor}`, patch: `${patch}` };
    const whole = isPrerelease(release) && rule.pattern !== "{{raw}}";
    const value = whole ? version : (0,template/* fillTemplate */.o)(rule.pattern, values);
    return { ...result(rule, git, value), release, read: (tag) => semver.parse(versionText(rule, tag)) };
}
/** Without a match it is what it was, as in metadata-action. */
function versionText({ match }, tag) {
    const found = match === "" ? null : (0,tag_rules/* tagPattern */.b)(match).exec(flat(tag));
    return found?.[1] ?? found?.[0] ?? flat(tag);
}
const flat = (tag) => tag.replaceAll("/", "-");
function isPrerelease(release) {
    return release.prerelease.length > 0;
}
function refValue(event, ref) {
    if (event === "tag")
        return (0,git_context/* tagOf */.c)(ref);
    if (event === "branch")
        return (0,git_context/* branchOf */.W)(ref);
    return /^refs\/pull\/(\d+)/.exec(ref)?.[1] ?? "";
}
/** The OCI grammar of tags. A long value is cut before its suffix, which tells variants apart. */
function sanitize(prefix, value, suffix) {
    const clean = (text) => text.replace(/[^A-Za-z0-9._-]+/g, "-");
    const end = clean(suffix).slice(0, 127);
    const start = clean(prefix + value).replace(/^[.-]+/, "");
    return start === "" ? "" : start.slice(0, 128 - end.length) + end;
}
/** Of the git tags that the rule can read, the highest that is higher. */
function higherRelease({ release, read }, gitTags) {
    if (release === undefined || isPrerelease(release))
        return undefined;
    return gitTags
        .flatMap((tag) => read(tag) ?? [])
        .filter((other) => !isPrerelease(other) && other.compare(release) > 0)
        .toSorted(semver.rcompare)[0]?.raw;
}

;// CONCATENATED MODULE: ./lib/reading/diagnostics-reader.js



/** Reads `go vet` and `go build`; vet's complaint about code that does not compile is a finding of the kind `compile`. */
function diagnosticsReader(kind, source) {
    const cutters = { stdout: lineCutter(), stderr: lineCutter() };
    const found = diagnostics(kind, source);
    const last = lastLines();
    const take = (line) => {
        found.line(line);
        last.add(line);
    };
    return {
        read(stream, text) {
            cutters[stream].push(text).forEach(take);
            return text;
        },
        end(exitCode) {
            [...cutters.stdout.rest(), ...cutters.stderr.rest()].forEach(take);
            const findings = found.findings();
            const unexplained = exitCode !== 0 && findings.length === 0;
            return { findings: unexplained ? [last.finding(commands[kind], exitCode)] : findings };
        },
    };
}
const commands = { vet: "go vet", compile: "go build" };

;// CONCATENATED MODULE: ./lib/plan/steps/build.js







/** One binary per main package and target; a module without commands is compiled for each target. */
const build = {
    name: "build",
    kind: "product",
    skip: noPackages,
    tasks: (facts) => {
        const groups = commandGroups(facts).flatMap((binaries) => {
            const [first] = binaries;
            if (first === undefined)
                return [];
            const { target, module } = first;
            const packages = binaries.map(({ main }) => main.importPath);
            const command = ["go", "build", ...buildFlags(facts), "-o", outputArgument(binaries), ...packages];
            const names = binaries.map(({ name }) => name).join(", ");
            return build_task(`${(0,inputs_target/* targetName */.je)(target)} ${names}`, command, module.containerDir, target, facts);
        });
        return groups.length > 0 ? groups : compileOnly(facts);
    },
    reader: (task, { project }) => diagnosticsReader("compile", sourceMap(moduleOf(task, project))),
};
/** Since Go 1.14 one command links all programs of a target, and reads their packages once. */
function commandGroups(facts) {
    const together = can(facts.project.go, "build -o of a folder");
    const key = ({ module, target, main }) => [module.dir, (0,inputs_target/* targetName */.je)(target), together ? "" : main.importPath].join("\0");
    return [...Map.groupBy(plannedBinaries(facts), key).values()];
}
function compileOnly(facts) {
    return facts.project.modules.flatMap((module) => chosenTargets(facts).map((target) => {
        const command = ["go", "build", ...buildFlags(facts), ...packageArguments(module, facts)];
        return build_task(`${(0,inputs_target/* targetName */.je)(target)} (no commands)`, command, module.containerDir, target, facts);
    }));
}
function build_task(title, command, workdir, target, facts) {
    const env = { ...goEnv(facts), ...(0,inputs_target/* targetEnv */.Dm)(target), CGO_ENABLED: facts.inputs.cgo ? "1" : "0" };
    return { step: "build", title: `go build ${title}`, command, workdir, env };
}
/** What `go build` is given, but for the output and the package. */
function buildFlags(facts) {
    const { inputs, project } = facts;
    const ldflags = (0,template/* fillTemplate */.o)(inputs.ldflags, {
        version: project.version,
        commit: project.git.sha,
        date: project.git.commitDate,
    });
    return [
        ...(inputs.trimpath && can(project.go, "build -trimpath") ? ["-trimpath"] : []),
        // A worktree's repository lies outside the mount: git cannot be asked there.
        ...(project.gitDir === "file" && can(project.go, "build -buildvcs") ? ["-buildvcs=false"] : []),
        ...(!inputs.cgo && !can(project.go, "a build cache") ? ["-installsuffix", "cgo"] : []),
        ...tagArguments(facts),
        ...(ldflags === "" ? [] : ["-ldflags", ldflags]),
        ...inputs.buildFlags,
    ];
}

;// CONCATENATED MODULE: ./lib/plan/image.js









/** Decides about the image; undefined when none is asked for. */
function planImage(facts, binaries) {
    const { inputs, project, engine } = facts;
    if (inputs.image.length === 0)
        return undefined;
    const { tags, version, notes } = imageTags(inputs.imageTags, project.git, (0,tag_flavor/* tagFlavor */.H)(inputs.imageFlavor));
    const wanted = imageTargets(facts);
    // Without a push the image stays in the engine, which holds one platform only unless it has the containerd store.
    const targets = inputs.push || (engine.multiPlatform && engine.builder === "")
        ? wanted
        : wanted.filter((target) => (0,inputs_target/* targetPlatform */.LM)(target) === engine.platform);
    const labels = imageLabels(project.git, version, inputs.imageLabels);
    const args = inputs.imageSmokeTest;
    const runnable = targets.some((target) => (0,inputs_target/* targetPlatform */.LM)(target) === engine.platform);
    const groups = engine.multiPlatform ? [targets] : targets.map((target) => [target]);
    const own = ownBuild(facts);
    return {
        kind: own === undefined ? inputs.imageBuild : "own",
        own,
        names: inputs.image,
        tags,
        builds: groups.map((group) => ({
            platforms: group.map(inputs_target/* targetPlatform */.LM),
            dockerfile: own === undefined ? image_dockerfile(facts, binaries, group, labels) : (project.dockerfile?.text ?? ""),
        })),
        rootFiles: rootFiles(inputs.imageUser),
        files: inputs.imageFiles,
        labels,
        trial: args.length > 0 && runnable ? { platform: engine.platform, args } : undefined,
        push: inputs.push,
        pullsBase: pullsBase(inputs, own),
        provenance: inputs.provenance,
        sbom: inputs.sbom,
        notes: [
            ...(args.length > 0 && !runnable ? [untried] : []),
            ...notes,
            ...notMade(wanted.filter((target) => !targets.includes(target)).map(inputs_target/* targetName */.je)),
            ...(own === undefined && project.dockerfile !== undefined ? [leftAlone(inputs)] : []),
        ],
    };
}
/** Its build asks a registry for a base. */
function pullsBase({ imageBuild, imageBase }, own) {
    return own !== undefined || imageBuild === "source" || imageBase !== "scratch";
}
const untried = "`image-smoke-test`: none of the image's platforms is the engine's own, so it was not tried out.";
function ownBuild({ inputs, project }) {
    if (project.dockerfile === undefined || generatedOnly(inputs).length > 0)
        return undefined;
    return {
        path: project.dockerfile.path,
        stage: inputs.imageTarget,
        args: inputs.imageBuildArgs,
        secrets: inputs.imageSecrets,
    };
}
function leftAlone(inputs) {
    return `The image is built from the generated Dockerfile, because of ${generatedOnly(inputs).join(", ")}; the repository's own is left alone.`;
}
function notMade(left) {
    if (left.length === 0)
        return [];
    return [`The engine keeps images of its own platform only: ${left.join(", ")} is made when pushed.`];
}
function imageTargets(facts) {
    const { imagePlatforms } = facts.inputs;
    const linux = chosenTargets(facts).filter(({ os }) => os === "linux");
    if (imagePlatforms.length === 0)
        return linux;
    const wanted = imagePlatforms.map(inputs_target/* targetPlatform */.LM);
    return linux.filter((target) => wanted.includes((0,inputs_target/* targetPlatform */.LM)(target)));
}
function image_dockerfile(facts, binaries, targets, labels) {
    const { inputs, project, engine } = facts;
    const names = [...new Set(binaries.map(({ name }) => name))];
    const final = {
        base: inputs.imageBase,
        certificates: inputs.caCertificates !== undefined,
        entrypoint: inputs.imageEntrypoint,
        cmd: inputs.imageCmd,
        user: inputs.imageUser,
        labels,
        config: inputs.imageConfig,
        timeZones: inputs.imageTzdata,
        files: inputs.imageFiles.map(({ to }, i) => ({ from: String(i), to })),
    };
    const [only] = targets;
    if (inputs.imageBuild === "binary") {
        const platformPath = engine.multiPlatform || only === undefined ? "${TARGETPLATFORM}" : (0,inputs_target/* targetPlatform */.LM)(only);
        return binaryDockerfile({ ...final, platformPath, binaries: names });
    }
    const [module] = project.modules;
    return sourceDockerfile({
        ...final,
        goImage: project.goImage,
        buildkit: engine.multiPlatform,
        targets,
        source: module === undefined || module.dir === "." ? "source" : `source/${module.dir}`,
        moduleFiles: project.mode === "module" && module?.dir === "." ? project.moduleFiles : [],
        importPath: project.importPath,
        flags: buildFlags(facts),
        commands: uniqueByName(binaries).map(({ name, main }) => ({ name, package: main.importPath })),
    });
}
function uniqueByName(binaries) {
    return [...new Map(binaries.map((binary) => [binary.name, binary])).values()];
}

;// CONCATENATED MODULE: ./lib/reading/gofmt-reader.js




/** Reads `gofmt -d`: one finding for each hunk. The exit code with differences is 0 or 1, by version, so it says nothing. */
function gofmtReader(source) {
    const stdout = lineCutter();
    const stderr = lineCutter();
    const hunks = hunkCollector(source);
    const syntax = diagnostics("compile", source);
    const last = lastLines();
    const takeError = (line) => {
        syntax.line(line);
        last.add(line);
    };
    return {
        read(stream, text) {
            if (stream === "stdout")
                stdout.push(text).forEach(hunks.line);
            else
                stderr.push(text).forEach(takeError);
            return text;
        },
        end(exitCode) {
            stdout.rest().forEach(hunks.line);
            stderr.rest().forEach(takeError);
            const findings = [...syntax.findings(), ...hunks.findings()];
            const unexplained = exitCode !== 0 && findings.length === 0;
            return { findings: unexplained ? [last.finding("gofmt", exitCode)] : findings };
        },
    };
}
// Go 1.8 and 1.9 name the copy `gofmt/x.go`; from 1.10 the original is `x.go.orig`, and `-u` went with 1.17.
const header = /^diff (?:(?:-u )?(.+)\.orig \1|(.+) gofmt\/\2)$/;
const hunkHeader = /^@@ -(\d+)(?:,(\d+))? \+\d+(?:,(\d+))? @@/;
const longestHunk = 500;
function hunkCollector(source) {
    const hunks = [];
    let file = "";
    let open;
    return {
        line(text) {
            if (open && (open.oldLeft > 0 || open.newLeft > 0 || text.startsWith("\\")))
                return addLine(open, text);
            open = openHunk(file, text);
            if (open)
                hunks.push(open);
            const names = header.exec(text);
            if (names)
                file = repositoryPath(names[1] ?? names[2] ?? "", source) ?? "";
        },
        findings: () => hunks.map(hunkFinding),
    };
}
function openHunk(file, text) {
    const [, first, oldLines = "1", newLines = "1"] = hunkHeader.exec(text) ?? [];
    if (first === undefined)
        return undefined;
    const oldCount = Number(oldLines);
    return {
        file,
        lines: [text],
        firstOld: Number(first),
        oldCount,
        oldLeft: oldCount,
        newLeft: Number(newLines),
        unchanged: undefined,
    };
}
function addLine(hunk, text) {
    const added = text.startsWith("+");
    const removed = text.startsWith("-");
    if (added || removed)
        hunk.unchanged ??= hunk.oldCount - hunk.oldLeft;
    if (!text.startsWith("\\")) {
        if (!added)
            hunk.oldLeft -= 1;
        if (!removed)
            hunk.newLeft -= 1;
    }
    if (hunk.lines.length < longestHunk)
        hunk.lines.push(text);
}
function hunkFinding({ file, lines, firstOld, oldCount, unchanged = 0 }) {
    // Lines added at the end of a file have no line of their own in the original: the last one stands for them.
    const line = Math.max(1, Math.min(firstOld + unchanged, firstOld + oldCount - 1));
    const title = `Not formatted: run gofmt -w ${file}`;
    return { kind: "format", file, line, column: 0, title, message: lines.join("\n") };
}

;// CONCATENATED MODULE: ./lib/plan/steps/fmt.js



const filesPerCommand = 500;
/** Is the source formatted? `gofmt -l` exits 0 whatever it finds, so that the diff decides, not the exit code. */
const fmt = {
    name: "fmt",
    kind: "check",
    skip: noPackages,
    tasks: ({ project }) => project.modules.flatMap(({ containerDir, packages }) => chunks(packages.flatMap(({ files }) => files)).map((files) => ({
        step: "fmt",
        title: files.length === 1 ? `gofmt -d ${files[0]}` : `gofmt -d (${files.length} files)`,
        command: ["gofmt", "-d", ...files.map((file) => (file.startsWith("-") ? `./${file}` : file))],
        workdir: containerDir,
        env: {},
    }))),
    reader: (task, { project }) => gofmtReader(sourceMap(moduleOf(task, project))),
};
function chunks(files) {
    const count = Math.ceil(files.length / filesPerCommand);
    return Array.from({ length: count }, (_, i) => files.slice(i * filesPerCommand, (i + 1) * filesPerCommand));
}

;// CONCATENATED MODULE: ./lib/plan/steps/vet.js



/** Does vet object? */
const vet = {
    name: "vet",
    kind: "check",
    skip: noPackages,
    tasks: (facts) => facts.project.modules
        .filter(({ packages }) => packages.length > 0)
        .map((module) => {
        const command = ["go", "vet", ...tagArguments(facts), ...packageArguments(module, facts)];
        return { step: "vet", title: command.join(" "), command, workdir: module.containerDir, env: goEnv(facts) };
    }),
    reader: (task, { project }) => diagnosticsReader("vet", sourceMap(moduleOf(task, project))),
};

;// CONCATENATED MODULE: ./lib/plan/pipeline.js




/** The steps, in order. */
const pipeline = [
    fmt, // is the source formatted?
    vet, // does vet object?
    test, // do the tests pass, and what do they cover?
    build, // one binary per main package and target
];

;// CONCATENATED MODULE: ./lib/plan/plan-problems.js




/** Go takes no note of a variable that it does not know: the binary would not be what its name says. */
function unknownVariant(target, go) {
    const variable = (0,inputs_target/* variantVariable */.uB)(target) ?? "";
    const since = variableSince(go, variable);
    if (since === undefined)
        return [];
    const message = `Go ${go.version} does not know ${variable}, which came with ${since}. Leave the variant out, or take a newer Go.`;
    return [{ input: "targets", item: (0,inputs_target/* targetName */.je)(target), message }];
}
/** What only shows once the packages are known. */
function planProblems({ inputs, project, engine }, binaries) {
    const problems = (0,output_template/* pathCollisions */.$C)(binaries).map((item) => ({
        input: "output",
        item,
        message: collisionMessage,
    }));
    problems.push(...inputs.targets.flatMap((target) => unknownVariant(target, project.go)));
    const names = [...new Set(binaries.map(({ name }) => name))];
    if (inputs.main.length > 0 && names.length === 0) {
        const message = "no main package matches. Give its directory, for instance `./cmd/app`.";
        problems.push({ input: "main", item: inputs.main.join(", "), message });
    }
    if (inputs.gitToken !== undefined && !project.go.hasGit) {
        const message = `${project.goImage} has no git. Use an image with it, for instance golang:${project.go.version}.`;
        problems.push({ input: "git-token", message });
    }
    return inputs.image.length === 0
        ? problems
        : [...problems, ...builderProblems(inputs, engine), ...programProblems(names, { inputs, project })];
}
/** What the engine's builder cannot do. */
function builderProblems(inputs, { multiPlatform, imageBuilder }) {
    const none = "this engine makes none: it takes buildx and the containerd image store. Turn that on, or leave it out.";
    const attestations = ["provenance", "sbom"].filter((input) => inputs[input] && !multiPlatform);
    const mounts = inputs.imageSecrets.length > 0 && imageBuilder === "legacy";
    return [
        ...attestations.map((input) => ({ input, message: none })),
        ...(mounts
            ? [{ input: "image-secrets", message: "this engine's builder mounts none. Install docker's buildx plugin." }]
            : []),
    ];
}
function programProblems(names, { inputs, project }) {
    // An own Dockerfile starts what it wants, and may need none of the binaries.
    if (project.dockerfile !== undefined)
        return [];
    if (names.length === 0) {
        const message = "there is no main package to make an image of. Check `working-directory` and `main`.";
        return [{ input: "image", message }];
    }
    if (names.length === 1 || inputs.imageEntrypoint.length > 0)
        return [];
    const message = `the image would hold several programs (${names.join(", ")}). Name the one that it starts.`;
    return [{ input: "image-entrypoint", message }];
}

;// CONCATENATED MODULE: ./lib/plan/plan.js







/** Of several modules, each command says in which one it runs. */
function placed(task, project) {
    return project.modules.length < 2 ? task : { ...task, title: `${task.title} (in ${moduleOf(task, project).dir})` };
}
/** Decides everything, does nothing. Throws InputError for what only the packages show to be wrong. */
function makePlan(facts) {
    const steps = pipeline.map((step) => {
        const skipped = facts.inputs.steps.includes(step.name) ? step.skip(facts) : "not in `steps`";
        return skipped === undefined
            ? { step, tasks: step.tasks(facts).map((task) => placed(task, facts.project)) }
            : { step, skipped };
    });
    const binaries = facts.inputs.steps.includes("build") ? plannedBinaries(facts) : [];
    const problems = planProblems(facts, binaries);
    if (problems.length > 0)
        throw new errors/* InputError */.dz(problems);
    return { facts, fetches: fetches(facts), steps, binaries, image: planImage(facts, binaries) };
}

;// CONCATENATED MODULE: ./lib/engine/container-user.js
/**
 * As whom commands run, so that what they write in a mount belongs to the owner. By the engine and its rights:
 * - docker and podman as root take the owner's numbers as they are;
 * - docker with shifted users (userns-remap) is told not to shift them for this container;
 * - rootless docker has its own user as the container's root, and that user is us;
 * - rootless podman can keep our number.
 */
const rules = {
    docker: {
        rootful: (owner) => ({ ...owner, userns: "" }),
        remapped: (owner) => ({ ...owner, userns: "host" }),
        rootless: () => ({ uid: 0, gid: 0, userns: "" }),
    },
    podman: {
        rootful: (owner) => ({ ...owner, userns: "" }),
        remapped: (owner) => ({ ...owner, userns: "host" }),
        rootless: (owner) => ({ ...owner, userns: "keep-id" }),
    },
};
function containerUser({ name, rights }, { uid, gid }) {
    return rules[name][rights]({ uid, gid });
}

// EXTERNAL MODULE: ./lib/engine/engine.js
var engine_engine = __nccwpck_require__(9402);
;// CONCATENATED MODULE: ./lib/project/container-spec.js




/** Of the engine's memory; the rest is for the engine and for us. */
const memoryShare = 0.9;
/** The one container of the run: which folders it sees, as whom it runs, its limits, and what its environment says. */
function containerSpec(workspace, inputs, engine, folders, run, socket) {
    const user = containerUser(engine, workspace);
    const given = new Set(inputs.env.map(({ name }) => name));
    const declared = inputs.env.flatMap(({ name, value }) => (value === undefined ? [] : [[name, value]]));
    return {
        name: `gda-${run.id}`,
        image: workspace.goImage,
        labels: { [engine_engine/* runLabel */.Az]: run.id, [engine_engine/* ownerLabel */.Wb]: run.owner },
        user,
        mounts: mounts(workspace, inputs, folders, user.uid),
        memory: inputs.memory ?? Math.floor(engine.memory * memoryShare),
        cpus: inputs.cpus,
        network: inputs.network === "none" ? "none" : "full",
        socket,
        selinux: engine.selinux,
        // What the user says of a variable counts.
        env: Object.fromEntries(Object.entries(container_spec_goEnv(workspace, inputs)).filter(([name]) => !given.has(name))),
        declaredEnv: Object.fromEntries(declared),
        inheritedEnv: inputs.env.filter(({ value }) => value === undefined).map(({ name }) => name),
        workdir: workspace.containerPath,
    };
}
function mounts(workspace, inputs, { scratch, cache }, uid) {
    const writable = (source, target) => ({ source, target, readonly: false });
    const locked = (source, target) => ({ source, target, readonly: true });
    return [
        writable(workspace.path, workspace.containerPath),
        // The host's git obeys what stands in there; the version stamp needs to read only.
        ...(workspace.gitDir === "none" ? [] : [locked((0,external_node_path_.join)(workspace.path, ".git"), `${workspace.containerPath}/.git`)]),
        // Of the scratch folder the container sees these alone: what the host writes, no code under test can redirect.
        locked((0,external_node_path_.join)(scratch, "in"), layout/* layout */.Z.in),
        writable((0,external_node_path_.join)(scratch, "out"), layout/* layout */.Z.out),
        writable((0,external_node_path_.join)(scratch, "home"), layout/* layout */.Z.home),
        writable((0,external_node_path_.join)(scratch, "status"), layout/* layout */.Z.status),
        ...layout/* layout */.Z.temp.map((target) => writable((0,external_node_path_.join)(scratch, "tmp"), target)),
        writable((0,external_node_path_.join)(cache, "build"), layout/* layout */.Z.buildCache),
        ...(workspace.mode === "module" ? [writable((0,external_node_path_.join)(cache, "pkg"), layout/* layout */.Z.modules)] : []),
        ...(inputs.caCertificates === undefined
            ? []
            : [locked((0,external_node_path_.join)(workspace.path, inputs.caCertificates), `${layout/* layout */.Z.roots}/roots.pem`)]),
        // A user without an entry has no name, and Go's os/user, git and ssh stumble over that.
        ...(uid === 0 ? [] : [locked((0,external_node_path_.join)(scratch, "passwd"), "/etc/passwd")]),
    ];
}
function container_spec_goEnv({ mode }, inputs) {
    return {
        HOME: layout/* layout */.Z.home,
        USER: "gda",
        GOPATH: "/go",
        GOCACHE: layout/* layout */.Z.buildCache,
        // Settings that code under test leaves in Go's own file are not for the commands that follow.
        GOENV: "off",
        // Neither a proxy nor the checksum database is asked for these. Go knows it since 1.13.
        ...(inputs.goprivate.length === 0 ? {} : { GOPRIVATE: inputs.goprivate.join(",") }),
        // The image is the toolchain: go.mod does not bring in another one unseen.
        GOTOOLCHAIN: "local",
        GO111MODULE: mode === "module" ? "on" : "off",
        // Go adds this directory's certificates to the image's own bundle.
        ...(inputs.caCertificates === undefined ? {} : { SSL_CERT_DIR: `${layout/* layout */.Z.roots}:/etc/ssl/certs` }),
    };
}

;// CONCATENATED MODULE: ./lib/project/earlier-coverage.js


const fileName = "coverage.json";
/** What is measured: the figures of two runs are comparable only where it is the same. */
function measure({ workingDirectory, packages, coverageExclude, buildTags, testArgs }) {
    return JSON.stringify([workingDirectory, packages, coverageExclude, buildTags, testArgs]);
}
/** Leaves in a cache what was measured, for the runs that find it. */
async function keepCoverage(folder, coverage, sha, inputs) {
    const kept = { measure: measure(inputs), sha, packages: coverage.packages };
    await (0,promises_.writeFile)((0,external_node_path_.join)(folder, fileName), `${JSON.stringify(kept)}\n`);
}
/** Undefined when a cache tells nothing, or nothing comparable, or of the same commit. Anybody may have written it. */
async function earlierCoverage(folder, sha, inputs) {
    try {
        const kept = JSON.parse(await (0,promises_.readFile)((0,external_node_path_.join)(folder, fileName), "utf8"));
        return isKept(kept) && kept.measure === measure(inputs) && kept.sha !== sha
            ? { sha: kept.sha, packages: kept.packages }
            : undefined;
    }
    catch {
        return undefined;
    }
}
function isKept(value) {
    const { sha, packages } = { ...value };
    return (typeof sha === "string" && /^[0-9a-f]{40,64}$/.test(sha) && Array.isArray(packages) && packages.every(isPackage));
}
function isPackage(value) {
    const { package: name, covered, statements } = { ...value };
    return typeof name === "string" && isCount(covered) && isCount(statements) && covered <= statements;
}
const isCount = (value) => Number.isSafeInteger(value) && Number(value) >= 0;

;// CONCATENATED MODULE: ./lib/project/probe.js



/**
 * Asks the golang image for all that is wanted of one module, in one start of a shell. `$1` is `pairs` when the list of
 * targets is needed; the packages follow. `-find` (Go 1.12) spares the imports and with them the network.
 */
const probe_script = `
pairs=$1; shift
section() { printf '\\n@@ %s\\n' "$1"; }
version=$(go version) || exit
section version; echo "$version"
section host; go env GOHOSTOS GOHOSTARCH
section tools; command -v git; command -v gcc || command -v clang
tools=$(go env GOTOOLDIR); covdata=$tools/../../../src/cmd/covdata
[ -x "$tools/covdata" ] && echo /tool/covdata; [ -d "$covdata" ] && echo /src/covdata
if [ "$pairs" = pairs ]; then section pairs; go tool dist list; fi
find=-find
case "$version" in *go1.[0-9].*|*go1.[0-9]\\ *|*go1.1[01].*|*go1.1[01]\\ *) find=;; esac
section list; go list -e $find -json "$@"
`;
/** The command that asks about one module. Every target that not all Go versions know makes it ask for their list. */
function probeCommand(packages, wantsPairs) {
    return ["sh", "-c", probe_script, "gda", wantsPairs ? "pairs" : "-", ...packages];
}
/** What the image answered for the module in `dir` (relative to the workspace). */
function readProbe(output, workspace, dir) {
    const section = sections(output);
    const version = /^go version go(\S+)/m.exec(section("version"))?.[1];
    if (version === undefined) {
        throw new errors/* ContainerError */.OJ(`The image ${workspace.goImage} did not tell its Go version: ${output.trim().slice(0, 300)}`, "Set `go-image` to an image with the go command in its PATH.");
    }
    const [os = "linux", arch = "amd64"] = section("host").trim().split("\n");
    const tools = section("tools");
    const containerDir = external_node_path_.posix.join(workspace.containerPath, dir);
    const listed = concatenatedJson(section("list"));
    const packages = listed.flatMap((one) => toPackage(one, workspace, containerDir));
    return {
        go: {
            version,
            os,
            arch,
            hasGit: /\/git$/m.test(tools),
            hasCCompiler: /\/(gcc|clang)$/m.test(tools),
            // Since 1.25 go builds it when it is first wanted.
            hasCovdata: /^\/tool\/covdata$/m.test(tools) || (atLeast(version, "1.25") && /^\/src\/covdata$/m.test(tools)),
            pairs: section("pairs").split("\n").filter(Boolean),
        },
        module: { dir, containerDir, packages, goVersion: listed[0]?.Module?.GoVersion ?? "" },
    };
}
function sections(output) {
    const parts = output.split(/^@@ (\w+)\n/m);
    return (name) => parts[parts.indexOf(name) + 1] ?? "";
}
/** `go list -json` prints one object after the other, each closed by a brace at the line's start. */
function concatenatedJson(text) {
    const body = text.trim();
    return body === "" ? [] : JSON.parse(`[${body.replaceAll(/^\}\n+\{/gm, "},{")}]`);
}
/** Vendored packages are other people's: Go 1.8 lists them under `./...`. A pattern without a match has no Dir. */
function toPackage(listed, workspace, containerDir) {
    const { Dir, ImportPath, Name = "" } = listed;
    if (Dir === undefined || /(^|\/)vendor\//.test(ImportPath))
        return [];
    const files = [listed.GoFiles, listed.CgoFiles, listed.IgnoredGoFiles, listed.TestGoFiles, listed.XTestGoFiles];
    const inModule = external_node_path_.posix.relative(containerDir, Dir);
    const own = !inModule.startsWith("..");
    return files.every((names) => names === undefined) && Name === ""
        ? []
        : [
            {
                importPath: ImportPath,
                name: Name,
                dir: own ? external_node_path_.posix.relative(workspace.containerPath, Dir) || "." : Dir,
                files: own ? files.flatMap((names) => names ?? []).map((name) => external_node_path_.posix.join(inModule, name)) : [],
            },
        ];
}
/** What the answers show to be wrong with the inputs: nothing to check, a pair that this Go does not know, a tool missing. */
function probeProblems(go, modules, wanted) {
    const problems = [];
    if (modules.every(({ packages }) => packages.length === 0)) {
        const dirs = modules.map(({ dir }) => (dir === "." ? "the workspace" : dir)).join(", ");
        const message = `no packages match in ${dirs}. Check \`packages\` and \`working-directory\`.`;
        problems.push({ input: "packages", item: wanted.packages.join(", "), message });
    }
    for (const pair of wanted.pairs) {
        if (go.pairs.length === 0 || go.pairs.includes(pair))
            continue;
        const os = pair.slice(0, pair.indexOf("/"));
        const same = go.pairs.filter((known) => known.startsWith(`${os}/`)).join(", ");
        problems.push({
            input: "targets",
            item: pair,
            message: `Go ${go.version} does not compile for it. It knows ${same || "no target of that system"}.`,
        });
    }
    const untested = modules
        .flatMap(({ packages }) => packages)
        .find(({ files }) => files.length > 0 && !files.some((file) => file.endsWith("_test.go")));
    if (wanted.coverage && !go.hasCovdata && atLeast(go.version, "1.22") && untested !== undefined) {
        const message = `the image's Go ${go.version} lacks its tool covdata, which coverage of packages without tests takes (${untested.importPath}). Use an official golang image, or set \`coverage: false\`.`;
        problems.push({ input: "coverage", message });
    }
    if (wanted.race && !go.hasCCompiler) {
        problems.push({
            input: "race",
            message: "the race detector needs a C compiler, and the image has none. Use an image without `-alpine`.",
        });
    }
    return problems;
}

;// CONCATENATED MODULE: ./lib/project/inspect.js




/** The pairs that every Go from 1.8 on compiles for: the others are looked up in the image's own list. */
const always = ["linux/amd64", "linux/arm64", "linux/386", "linux/arm", "windows/amd64", "windows/386", "darwin/amd64"];
const probeDeadline = 5 * 60_000;
/** Asks the golang image, in the container that will run everything else. `env`: for what go has to download for it. */
async function inspectProject(container, workspace, inputs, env) {
    const pairs = [...new Set(inputs.targets.map(({ os, arch }) => `${os}/${arch}`))].filter((pair) => !always.includes(pair));
    const answers = [];
    for (const dir of workspace.moduleDirs)
        answers.push(await probe(container, workspace, dir, inputs, pairs.length > 0, env));
    const [first] = answers;
    if (first === undefined)
        throw new Error("no module directory was inspected");
    const modules = answers.map(({ module }) => module);
    const problems = probeProblems(first.go, modules, {
        packages: inputs.packages,
        pairs,
        race: inputs.race,
        coverage: inputs.coverage && inputs.steps.includes("test"),
    });
    if (problems.length > 0)
        throw new errors/* InputError */.dz(problems);
    return { ...workspace, go: first.go, modules };
}
async function probe(container, workspace, dir, inputs, wantsPairs, env) {
    const output = { stdout: "", stderr: "" };
    const command = {
        command: probeCommand(inputs.packages, wantsPairs),
        workdir: external_node_path_.posix.join(workspace.containerPath, dir),
        env,
        alone: true,
    };
    const end = await container.run(command, (stream, text) => {
        output[stream] += text;
    }, probeDeadline);
    if (end.timedOut) {
        throw new errors/* ContainerError */.OJ("The golang image did not answer within 5 minutes.", "Look after the engine, and run again.");
    }
    const full = end.exitCode === 0 ? undefined : diskTrouble(output.stderr);
    if (full !== undefined)
        throw full;
    const missing = end.exitCode === 0 ? undefined : moduleTrouble(output.stderr);
    if (missing !== undefined)
        throw missing;
    // `go list -e` fails only when it cannot read the module at all: go.mod is broken, or wants a newer Go.
    if (end.exitCode !== 0) {
        throw new errors/* InputError */.dz([unreadable(output.stderr, dir)]);
    }
    return readProbe(output.stdout, workspace, dir);
}
/** What an older Go says of a go.mod for a newer one, and a newer Go, which knows better. */
const forNewer = /requires go >= |invalid go version|unknown directive: (?:toolchain|godebug|tool|ignore)/;
function unreadable(stderr, dir) {
    return { input: forNewer.test(stderr) ? "go-version" : "working-directory", message: explain(stderr, dir) };
}
function explain(stderr, dir) {
    const line = stderr.trim().split("\n").at(-1) ?? "";
    const newer = /requires go >= (\S+)/.exec(stderr)?.[1];
    if (newer !== undefined) {
        return `the module in ${dir} wants Go ${newer}, which is newer than the image's. Set \`go-version: ${newer}\`, or lower the \`go\` line of go.mod.`;
    }
    if (forNewer.test(line))
        return `the go.mod in ${dir} is written for a newer Go than the image's: ${line.slice(0, 500)}. Set \`go-version\` to the one that its \`go\` line names, or take out what the older one does not know.`;
    return `the go command cannot read the module in ${dir}: ${line.slice(0, 500)}`;
}

;// CONCATENATED MODULE: ./lib/project/persisted-token.js


/** Whether a checkout has left what opens the repository in git's configuration, where the code under test can read it. */
async function holdsToken(workspace) {
    const config = await (0,promises_.readFile)((0,external_node_path_.join)(workspace, ".git/config"), "utf8").catch(() => "");
    return /^\s*extraheader\s*=\s*authorization:|:\/\/[^\s/@:]*:[^\s/@]+@/im.test(config);
}

;// CONCATENATED MODULE: ./lib/reading/changed-lines.js
const fileHeader = /^\+\+\+ (?:b\/(.*?)\t?$)?/;
const changed_lines_hunkHeader = /^@@ -\d+(?:,\d+)? \+(\d+)(?:,(\d+))? @@/;
/** Reads `git diff --unified=0` with the prefixes `a/` and `b/`. Quoted names, which no Go file has, are left out. */
function readChangedLines(diff) {
    const files = new Map();
    const hunk = { lines: [], added: 0, next: 0 };
    for (const text of diff.split("\n")) {
        if (takeLine(hunk, text))
            continue;
        const [, first, count = "1"] = changed_lines_hunkHeader.exec(text) ?? [];
        if (first !== undefined)
            Object.assign(hunk, { added: Number(count), next: Number(first) });
        const header = fileHeader.exec(text);
        if (header === null)
            continue;
        hunk.lines = [];
        if (header[1] !== undefined)
            files.set(header[1], hunk.lines);
    }
    return files;
}
/** Whether a line belongs to what the hunk adds; what it takes away stands before. */
function takeLine(hunk, text) {
    if (hunk.added === 0)
        return false;
    if (!text.startsWith("+"))
        return true;
    hunk.lines.push({ line: hunk.next, column: codeColumn(text.slice(1)) });
    hunk.added -= 1;
    hunk.next += 1;
    return true;
}
/** Brackets that close what stood before, and `else`, are no code of their own; nor is a comment. */
function codeColumn(text) {
    const before = /^[\s)}\],;]*(?:else\b\s*)?/.exec(text)?.[0] ?? "";
    const code = text.slice(before.length).trim();
    return /^(?:[({[]*|\/[/*].*)$/.test(code) ? 0 : new TextEncoder().encode(before).length + 1;
}

;// CONCATENATED MODULE: external "string_decoder"
const external_string_decoder_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("string_decoder");
;// CONCATENATED MODULE: external "os"
const external_os_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("os");
// EXTERNAL MODULE: external "events"
var external_events_ = __nccwpck_require__(4434);
;// CONCATENATED MODULE: external "child_process"
const external_child_process_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("child_process");
;// CONCATENATED MODULE: external "path"
const external_path_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("path");
;// CONCATENATED MODULE: external "assert"
const external_assert_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("assert");
// EXTERNAL MODULE: external "fs"
var external_fs_ = __nccwpck_require__(9896);
;// CONCATENATED MODULE: ./node_modules/@actions/io/lib/io-util.js
var __awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};


const { chmod, copyFile, lstat, mkdir, open: io_util_open, readdir, rename, rm, rmdir, stat, symlink, unlink } = external_fs_.promises;
// export const {open} = 'fs'
const IS_WINDOWS = process.platform === 'win32';
/**
 * Custom implementation of readlink to ensure Windows junctions
 * maintain trailing backslash for backward compatibility with Node.js < 24
 *
 * In Node.js 20, Windows junctions (directory symlinks) always returned paths
 * with trailing backslashes. Node.js 24 removed this behavior, which breaks
 * code that relied on this format for path operations.
 *
 * This implementation restores the Node 20 behavior by adding a trailing
 * backslash to all junction results on Windows.
 */
function readlink(fsPath) {
    return __awaiter(this, void 0, void 0, function* () {
        const result = yield fs.promises.readlink(fsPath);
        // On Windows, restore Node 20 behavior: add trailing backslash to all results
        // since junctions on Windows are always directory links
        if (IS_WINDOWS && !result.endsWith('\\')) {
            return `${result}\\`;
        }
        return result;
    });
}
// See https://github.com/nodejs/node/blob/d0153aee367422d0858105abec186da4dff0a0c5/deps/uv/include/uv/win.h#L691
const UV_FS_O_EXLOCK = 0x10000000;
const READONLY = external_fs_.constants.O_RDONLY;
function exists(fsPath) {
    return __awaiter(this, void 0, void 0, function* () {
        try {
            yield stat(fsPath);
        }
        catch (err) {
            if (err.code === 'ENOENT') {
                return false;
            }
            throw err;
        }
        return true;
    });
}
function isDirectory(fsPath_1) {
    return __awaiter(this, arguments, void 0, function* (fsPath, useStat = false) {
        const stats = useStat ? yield stat(fsPath) : yield lstat(fsPath);
        return stats.isDirectory();
    });
}
/**
 * On OSX/Linux, true if path starts with '/'. On Windows, true for paths like:
 * \, \hello, \\hello\share, C:, and C:\hello (and corresponding alternate separator cases).
 */
function isRooted(p) {
    p = normalizeSeparators(p);
    if (!p) {
        throw new Error('isRooted() parameter "p" cannot be empty');
    }
    if (IS_WINDOWS) {
        return (p.startsWith('\\') || /^[A-Z]:/i.test(p) // e.g. \ or \hello or \\hello
        ); // e.g. C: or C:\hello
    }
    return p.startsWith('/');
}
/**
 * Best effort attempt to determine whether a file exists and is executable.
 * @param filePath    file path to check
 * @param extensions  additional file extensions to try
 * @return if file exists and is executable, returns the file path. otherwise empty string.
 */
function tryGetExecutablePath(filePath, extensions) {
    return __awaiter(this, void 0, void 0, function* () {
        let stats = undefined;
        try {
            // test file exists
            stats = yield stat(filePath);
        }
        catch (err) {
            if (err.code !== 'ENOENT') {
                // eslint-disable-next-line no-console
                console.log(`Unexpected error attempting to determine if executable file exists '${filePath}': ${err}`);
            }
        }
        if (stats && stats.isFile()) {
            if (IS_WINDOWS) {
                // on Windows, test for valid extension
                const upperExt = external_path_namespaceObject.extname(filePath).toUpperCase();
                if (extensions.some(validExt => validExt.toUpperCase() === upperExt)) {
                    return filePath;
                }
            }
            else {
                if (isUnixExecutable(stats)) {
                    return filePath;
                }
            }
        }
        // try each extension
        const originalFilePath = filePath;
        for (const extension of extensions) {
            filePath = originalFilePath + extension;
            stats = undefined;
            try {
                stats = yield stat(filePath);
            }
            catch (err) {
                if (err.code !== 'ENOENT') {
                    // eslint-disable-next-line no-console
                    console.log(`Unexpected error attempting to determine if executable file exists '${filePath}': ${err}`);
                }
            }
            if (stats && stats.isFile()) {
                if (IS_WINDOWS) {
                    // preserve the case of the actual file (since an extension was appended)
                    try {
                        const directory = external_path_namespaceObject.dirname(filePath);
                        const upperName = external_path_namespaceObject.basename(filePath).toUpperCase();
                        for (const actualName of yield readdir(directory)) {
                            if (upperName === actualName.toUpperCase()) {
                                filePath = external_path_namespaceObject.join(directory, actualName);
                                break;
                            }
                        }
                    }
                    catch (err) {
                        // eslint-disable-next-line no-console
                        console.log(`Unexpected error attempting to determine the actual case of the file '${filePath}': ${err}`);
                    }
                    return filePath;
                }
                else {
                    if (isUnixExecutable(stats)) {
                        return filePath;
                    }
                }
            }
        }
        return '';
    });
}
function normalizeSeparators(p) {
    p = p || '';
    if (IS_WINDOWS) {
        // convert slashes on Windows
        p = p.replace(/\//g, '\\');
        // remove redundant slashes
        return p.replace(/\\\\+/g, '\\');
    }
    // remove redundant slashes
    return p.replace(/\/\/+/g, '/');
}
// on Mac/Linux, test the execute bit
//     R   W  X  R  W X R W X
//   256 128 64 32 16 8 4 2 1
function isUnixExecutable(stats) {
    return ((stats.mode & 1) > 0 ||
        ((stats.mode & 8) > 0 &&
            process.getgid !== undefined &&
            stats.gid === process.getgid()) ||
        ((stats.mode & 64) > 0 &&
            process.getuid !== undefined &&
            stats.uid === process.getuid()));
}
// Get the path of cmd.exe in windows
function getCmdPath() {
    var _a;
    return (_a = process.env['COMSPEC']) !== null && _a !== void 0 ? _a : `cmd.exe`;
}
//# sourceMappingURL=io-util.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/io/lib/io.js
var io_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};



/**
 * Copies a file or folder.
 * Based off of shelljs - https://github.com/shelljs/shelljs/blob/9237f66c52e5daa40458f94f9565e18e8132f5a6/src/cp.js
 *
 * @param     source    source path
 * @param     dest      destination path
 * @param     options   optional. See CopyOptions.
 */
function cp(source_1, dest_1) {
    return io_awaiter(this, arguments, void 0, function* (source, dest, options = {}) {
        const { force, recursive, copySourceDirectory } = readCopyOptions(options);
        const destStat = (yield ioUtil.exists(dest)) ? yield ioUtil.stat(dest) : null;
        // Dest is an existing file, but not forcing
        if (destStat && destStat.isFile() && !force) {
            return;
        }
        // If dest is an existing directory, should copy inside.
        const newDest = destStat && destStat.isDirectory() && copySourceDirectory
            ? path.join(dest, path.basename(source))
            : dest;
        if (!(yield ioUtil.exists(source))) {
            throw new Error(`no such file or directory: ${source}`);
        }
        const sourceStat = yield ioUtil.stat(source);
        if (sourceStat.isDirectory()) {
            if (!recursive) {
                throw new Error(`Failed to copy. ${source} is a directory, but tried to copy without recursive flag.`);
            }
            else {
                yield cpDirRecursive(source, newDest, 0, force);
            }
        }
        else {
            if (path.relative(source, newDest) === '') {
                // a file cannot be copied to itself
                throw new Error(`'${newDest}' and '${source}' are the same file`);
            }
            yield io_copyFile(source, newDest, force);
        }
    });
}
/**
 * Moves a path.
 *
 * @param     source    source path
 * @param     dest      destination path
 * @param     options   optional. See MoveOptions.
 */
function mv(source_1, dest_1) {
    return io_awaiter(this, arguments, void 0, function* (source, dest, options = {}) {
        if (yield ioUtil.exists(dest)) {
            let destExists = true;
            if (yield ioUtil.isDirectory(dest)) {
                // If dest is directory copy src into dest
                dest = path.join(dest, path.basename(source));
                destExists = yield ioUtil.exists(dest);
            }
            if (destExists) {
                if (options.force == null || options.force) {
                    yield rmRF(dest);
                }
                else {
                    throw new Error('Destination already exists');
                }
            }
        }
        yield mkdirP(path.dirname(dest));
        yield ioUtil.rename(source, dest);
    });
}
/**
 * Remove a path recursively with force
 *
 * @param inputPath path to remove
 */
function rmRF(inputPath) {
    return io_awaiter(this, void 0, void 0, function* () {
        if (ioUtil.IS_WINDOWS) {
            // Check for invalid characters
            // https://docs.microsoft.com/en-us/windows/win32/fileio/naming-a-file
            if (/[*"<>|]/.test(inputPath)) {
                throw new Error('File path must not contain `*`, `"`, `<`, `>` or `|` on Windows');
            }
        }
        try {
            // note if path does not exist, error is silent
            yield ioUtil.rm(inputPath, {
                force: true,
                maxRetries: 3,
                recursive: true,
                retryDelay: 300
            });
        }
        catch (err) {
            throw new Error(`File was unable to be removed ${err}`);
        }
    });
}
/**
 * Make a directory.  Creates the full path with folders in between
 * Will throw if it fails
 *
 * @param   fsPath        path to create
 * @returns Promise<void>
 */
function mkdirP(fsPath) {
    return io_awaiter(this, void 0, void 0, function* () {
        ok(fsPath, 'a path argument must be provided');
        yield ioUtil.mkdir(fsPath, { recursive: true });
    });
}
/**
 * Returns path of a tool had the tool actually been invoked.  Resolves via paths.
 * If you check and the tool does not exist, it will throw.
 *
 * @param     tool              name of the tool
 * @param     check             whether to check if tool exists
 * @returns   Promise<string>   path to tool
 */
function which(tool, check) {
    return io_awaiter(this, void 0, void 0, function* () {
        if (!tool) {
            throw new Error("parameter 'tool' is required");
        }
        // recursive when check=true
        if (check) {
            const result = yield which(tool, false);
            if (!result) {
                if (IS_WINDOWS) {
                    throw new Error(`Unable to locate executable file: ${tool}. Please verify either the file path exists or the file can be found within a directory specified by the PATH environment variable. Also verify the file has a valid extension for an executable file.`);
                }
                else {
                    throw new Error(`Unable to locate executable file: ${tool}. Please verify either the file path exists or the file can be found within a directory specified by the PATH environment variable. Also check the file mode to verify the file is executable.`);
                }
            }
            return result;
        }
        const matches = yield findInPath(tool);
        if (matches && matches.length > 0) {
            return matches[0];
        }
        return '';
    });
}
/**
 * Returns a list of all occurrences of the given tool on the system path.
 *
 * @returns   Promise<string[]>  the paths of the tool
 */
function findInPath(tool) {
    return io_awaiter(this, void 0, void 0, function* () {
        if (!tool) {
            throw new Error("parameter 'tool' is required");
        }
        // build the list of extensions to try
        const extensions = [];
        if (IS_WINDOWS && process.env['PATHEXT']) {
            for (const extension of process.env['PATHEXT'].split(external_path_namespaceObject.delimiter)) {
                if (extension) {
                    extensions.push(extension);
                }
            }
        }
        // if it's rooted, return it if exists. otherwise return empty.
        if (isRooted(tool)) {
            const filePath = yield tryGetExecutablePath(tool, extensions);
            if (filePath) {
                return [filePath];
            }
            return [];
        }
        // if any path separators, return empty
        if (tool.includes(external_path_namespaceObject.sep)) {
            return [];
        }
        // build the list of directories
        //
        // Note, technically "where" checks the current directory on Windows. From a toolkit perspective,
        // it feels like we should not do this. Checking the current directory seems like more of a use
        // case of a shell, and the which() function exposed by the toolkit should strive for consistency
        // across platforms.
        const directories = [];
        if (process.env.PATH) {
            for (const p of process.env.PATH.split(external_path_namespaceObject.delimiter)) {
                if (p) {
                    directories.push(p);
                }
            }
        }
        // find all matches
        const matches = [];
        for (const directory of directories) {
            const filePath = yield tryGetExecutablePath(external_path_namespaceObject.join(directory, tool), extensions);
            if (filePath) {
                matches.push(filePath);
            }
        }
        return matches;
    });
}
function readCopyOptions(options) {
    const force = options.force == null ? true : options.force;
    const recursive = Boolean(options.recursive);
    const copySourceDirectory = options.copySourceDirectory == null
        ? true
        : Boolean(options.copySourceDirectory);
    return { force, recursive, copySourceDirectory };
}
function cpDirRecursive(sourceDir, destDir, currentDepth, force) {
    return io_awaiter(this, void 0, void 0, function* () {
        // Ensure there is not a run away recursive copy
        if (currentDepth >= 255)
            return;
        currentDepth++;
        yield mkdirP(destDir);
        const files = yield ioUtil.readdir(sourceDir);
        for (const fileName of files) {
            const srcFile = `${sourceDir}/${fileName}`;
            const destFile = `${destDir}/${fileName}`;
            const srcFileStat = yield ioUtil.lstat(srcFile);
            if (srcFileStat.isDirectory()) {
                // Recurse
                yield cpDirRecursive(srcFile, destFile, currentDepth, force);
            }
            else {
                yield io_copyFile(srcFile, destFile, force);
            }
        }
        // Change the mode for the newly created directory
        yield ioUtil.chmod(destDir, (yield ioUtil.stat(sourceDir)).mode);
    });
}
// Buffered file copy
function io_copyFile(srcFile, destFile, force) {
    return io_awaiter(this, void 0, void 0, function* () {
        if ((yield ioUtil.lstat(srcFile)).isSymbolicLink()) {
            // unlink/re-link it
            try {
                yield ioUtil.lstat(destFile);
                yield ioUtil.unlink(destFile);
            }
            catch (e) {
                // Try to override file permission
                if (e.code === 'EPERM') {
                    yield ioUtil.chmod(destFile, '0666');
                    yield ioUtil.unlink(destFile);
                }
                // other errors = it doesn't exist, no work to do
            }
            // Copy over symlink
            const symlinkFull = yield ioUtil.readlink(srcFile);
            yield ioUtil.symlink(symlinkFull, destFile, ioUtil.IS_WINDOWS ? 'junction' : null);
        }
        else if (!(yield ioUtil.exists(destFile)) || force) {
            yield ioUtil.copyFile(srcFile, destFile);
        }
    });
}
//# sourceMappingURL=io.js.map
;// CONCATENATED MODULE: external "timers"
const external_timers_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("timers");
;// CONCATENATED MODULE: ./node_modules/@actions/exec/lib/toolrunner.js
var toolrunner_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};







/* eslint-disable @typescript-eslint/unbound-method */
const toolrunner_IS_WINDOWS = process.platform === 'win32';
/*
 * Class for running command line tools. Handles quoting and arg parsing in a platform agnostic way.
 */
class ToolRunner extends external_events_.EventEmitter {
    constructor(toolPath, args, options) {
        super();
        if (!toolPath) {
            throw new Error("Parameter 'toolPath' cannot be null or empty.");
        }
        this.toolPath = toolPath;
        this.args = args || [];
        this.options = options || {};
    }
    _debug(message) {
        if (this.options.listeners && this.options.listeners.debug) {
            this.options.listeners.debug(message);
        }
    }
    _getCommandString(options, noPrefix) {
        const toolPath = this._getSpawnFileName();
        const args = this._getSpawnArgs(options);
        let cmd = noPrefix ? '' : '[command]'; // omit prefix when piped to a second tool
        if (toolrunner_IS_WINDOWS) {
            // Windows + cmd file
            if (this._isCmdFile()) {
                cmd += toolPath;
                for (const a of args) {
                    cmd += ` ${a}`;
                }
            }
            // Windows + verbatim
            else if (options.windowsVerbatimArguments) {
                cmd += `"${toolPath}"`;
                for (const a of args) {
                    cmd += ` ${a}`;
                }
            }
            // Windows (regular)
            else {
                cmd += this._windowsQuoteCmdArg(toolPath);
                for (const a of args) {
                    cmd += ` ${this._windowsQuoteCmdArg(a)}`;
                }
            }
        }
        else {
            // OSX/Linux - this can likely be improved with some form of quoting.
            // creating processes on Unix is fundamentally different than Windows.
            // on Unix, execvp() takes an arg array.
            cmd += toolPath;
            for (const a of args) {
                cmd += ` ${a}`;
            }
        }
        return cmd;
    }
    _processLineBuffer(data, strBuffer, onLine) {
        try {
            let s = strBuffer + data.toString();
            let n = s.indexOf(external_os_namespaceObject.EOL);
            while (n > -1) {
                const line = s.substring(0, n);
                onLine(line);
                // the rest of the string ...
                s = s.substring(n + external_os_namespaceObject.EOL.length);
                n = s.indexOf(external_os_namespaceObject.EOL);
            }
            return s;
        }
        catch (err) {
            // streaming lines to console is best effort.  Don't fail a build.
            this._debug(`error processing line. Failed with error ${err}`);
            return '';
        }
    }
    _getSpawnFileName() {
        if (toolrunner_IS_WINDOWS) {
            if (this._isCmdFile()) {
                return process.env['COMSPEC'] || 'cmd.exe';
            }
        }
        return this.toolPath;
    }
    _getSpawnArgs(options) {
        if (toolrunner_IS_WINDOWS) {
            if (this._isCmdFile()) {
                let argline = `/D /S /C "${this._windowsQuoteCmdArg(this.toolPath)}`;
                for (const a of this.args) {
                    argline += ' ';
                    argline += options.windowsVerbatimArguments
                        ? a
                        : this._windowsQuoteCmdArg(a);
                }
                argline += '"';
                return [argline];
            }
        }
        return this.args;
    }
    _endsWith(str, end) {
        return str.endsWith(end);
    }
    _isCmdFile() {
        const upperToolPath = this.toolPath.toUpperCase();
        return (this._endsWith(upperToolPath, '.CMD') ||
            this._endsWith(upperToolPath, '.BAT'));
    }
    _windowsQuoteCmdArg(arg) {
        // for .exe, apply the normal quoting rules that libuv applies
        if (!this._isCmdFile()) {
            return this._uvQuoteCmdArg(arg);
        }
        // otherwise apply quoting rules specific to the cmd.exe command line parser.
        // the libuv rules are generic and are not designed specifically for cmd.exe
        // command line parser.
        //
        // for a detailed description of the cmd.exe command line parser, refer to
        // http://stackoverflow.com/questions/4094699/how-does-the-windows-command-interpreter-cmd-exe-parse-scripts/7970912#7970912
        // need quotes for empty arg
        if (!arg) {
            return '""';
        }
        // determine whether the arg needs to be quoted
        const cmdSpecialChars = [
            ' ',
            '\t',
            '&',
            '(',
            ')',
            '[',
            ']',
            '{',
            '}',
            '^',
            '=',
            ';',
            '!',
            "'",
            '+',
            ',',
            '`',
            '~',
            '|',
            '<',
            '>',
            '"'
        ];
        let needsQuotes = false;
        for (const char of arg) {
            if (cmdSpecialChars.some(x => x === char)) {
                needsQuotes = true;
                break;
            }
        }
        // short-circuit if quotes not needed
        if (!needsQuotes) {
            return arg;
        }
        // the following quoting rules are very similar to the rules that by libuv applies.
        //
        // 1) wrap the string in quotes
        //
        // 2) double-up quotes - i.e. " => ""
        //
        //    this is different from the libuv quoting rules. libuv replaces " with \", which unfortunately
        //    doesn't work well with a cmd.exe command line.
        //
        //    note, replacing " with "" also works well if the arg is passed to a downstream .NET console app.
        //    for example, the command line:
        //          foo.exe "myarg:""my val"""
        //    is parsed by a .NET console app into an arg array:
        //          [ "myarg:\"my val\"" ]
        //    which is the same end result when applying libuv quoting rules. although the actual
        //    command line from libuv quoting rules would look like:
        //          foo.exe "myarg:\"my val\""
        //
        // 3) double-up slashes that precede a quote,
        //    e.g.  hello \world    => "hello \world"
        //          hello\"world    => "hello\\""world"
        //          hello\\"world   => "hello\\\\""world"
        //          hello world\    => "hello world\\"
        //
        //    technically this is not required for a cmd.exe command line, or the batch argument parser.
        //    the reasons for including this as a .cmd quoting rule are:
        //
        //    a) this is optimized for the scenario where the argument is passed from the .cmd file to an
        //       external program. many programs (e.g. .NET console apps) rely on the slash-doubling rule.
        //
        //    b) it's what we've been doing previously (by deferring to node default behavior) and we
        //       haven't heard any complaints about that aspect.
        //
        // note, a weakness of the quoting rules chosen here, is that % is not escaped. in fact, % cannot be
        // escaped when used on the command line directly - even though within a .cmd file % can be escaped
        // by using %%.
        //
        // the saving grace is, on the command line, %var% is left as-is if var is not defined. this contrasts
        // the line parsing rules within a .cmd file, where if var is not defined it is replaced with nothing.
        //
        // one option that was explored was replacing % with ^% - i.e. %var% => ^%var^%. this hack would
        // often work, since it is unlikely that var^ would exist, and the ^ character is removed when the
        // variable is used. the problem, however, is that ^ is not removed when %* is used to pass the args
        // to an external program.
        //
        // an unexplored potential solution for the % escaping problem, is to create a wrapper .cmd file.
        // % can be escaped within a .cmd file.
        let reverse = '"';
        let quoteHit = true;
        for (let i = arg.length; i > 0; i--) {
            // walk the string in reverse
            reverse += arg[i - 1];
            if (quoteHit && arg[i - 1] === '\\') {
                reverse += '\\'; // double the slash
            }
            else if (arg[i - 1] === '"') {
                quoteHit = true;
                reverse += '"'; // double the quote
            }
            else {
                quoteHit = false;
            }
        }
        reverse += '"';
        return reverse.split('').reverse().join('');
    }
    _uvQuoteCmdArg(arg) {
        // Tool runner wraps child_process.spawn() and needs to apply the same quoting as
        // Node in certain cases where the undocumented spawn option windowsVerbatimArguments
        // is used.
        //
        // Since this function is a port of quote_cmd_arg from Node 4.x (technically, lib UV,
        // see https://github.com/nodejs/node/blob/v4.x/deps/uv/src/win/process.c for details),
        // pasting copyright notice from Node within this function:
        //
        //      Copyright Joyent, Inc. and other Node contributors. All rights reserved.
        //
        //      Permission is hereby granted, free of charge, to any person obtaining a copy
        //      of this software and associated documentation files (the "Software"), to
        //      deal in the Software without restriction, including without limitation the
        //      rights to use, copy, modify, merge, publish, distribute, sublicense, and/or
        //      sell copies of the Software, and to permit persons to whom the Software is
        //      furnished to do so, subject to the following conditions:
        //
        //      The above copyright notice and this permission notice shall be included in
        //      all copies or substantial portions of the Software.
        //
        //      THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR
        //      IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY,
        //      FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE
        //      AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER
        //      LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING
        //      FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS
        //      IN THE SOFTWARE.
        if (!arg) {
            // Need double quotation for empty argument
            return '""';
        }
        if (!arg.includes(' ') && !arg.includes('\t') && !arg.includes('"')) {
            // No quotation needed
            return arg;
        }
        if (!arg.includes('"') && !arg.includes('\\')) {
            // No embedded double quotes or backslashes, so I can just wrap
            // quote marks around the whole thing.
            return `"${arg}"`;
        }
        // Expected input/output:
        //   input : hello"world
        //   output: "hello\"world"
        //   input : hello""world
        //   output: "hello\"\"world"
        //   input : hello\world
        //   output: hello\world
        //   input : hello\\world
        //   output: hello\\world
        //   input : hello\"world
        //   output: "hello\\\"world"
        //   input : hello\\"world
        //   output: "hello\\\\\"world"
        //   input : hello world\
        //   output: "hello world\\" - note the comment in libuv actually reads "hello world\"
        //                             but it appears the comment is wrong, it should be "hello world\\"
        let reverse = '"';
        let quoteHit = true;
        for (let i = arg.length; i > 0; i--) {
            // walk the string in reverse
            reverse += arg[i - 1];
            if (quoteHit && arg[i - 1] === '\\') {
                reverse += '\\';
            }
            else if (arg[i - 1] === '"') {
                quoteHit = true;
                reverse += '\\';
            }
            else {
                quoteHit = false;
            }
        }
        reverse += '"';
        return reverse.split('').reverse().join('');
    }
    _cloneExecOptions(options) {
        options = options || {};
        const result = {
            cwd: options.cwd || process.cwd(),
            env: options.env || process.env,
            silent: options.silent || false,
            windowsVerbatimArguments: options.windowsVerbatimArguments || false,
            failOnStdErr: options.failOnStdErr || false,
            ignoreReturnCode: options.ignoreReturnCode || false,
            delay: options.delay || 10000
        };
        result.outStream = options.outStream || process.stdout;
        result.errStream = options.errStream || process.stderr;
        return result;
    }
    _getSpawnOptions(options, toolPath) {
        options = options || {};
        const result = {};
        result.cwd = options.cwd;
        result.env = options.env;
        result['windowsVerbatimArguments'] =
            options.windowsVerbatimArguments || this._isCmdFile();
        if (options.windowsVerbatimArguments) {
            result.argv0 = `"${toolPath}"`;
        }
        return result;
    }
    /**
     * Exec a tool.
     * Output will be streamed to the live console.
     * Returns promise with return code
     *
     * @param     tool     path to tool to exec
     * @param     options  optional exec options.  See ExecOptions
     * @returns   number
     */
    exec() {
        return toolrunner_awaiter(this, void 0, void 0, function* () {
            // root the tool path if it is unrooted and contains relative pathing
            if (!isRooted(this.toolPath) &&
                (this.toolPath.includes('/') ||
                    (toolrunner_IS_WINDOWS && this.toolPath.includes('\\')))) {
                // prefer options.cwd if it is specified, however options.cwd may also need to be rooted
                this.toolPath = external_path_namespaceObject.resolve(process.cwd(), this.options.cwd || process.cwd(), this.toolPath);
            }
            // if the tool is only a file name, then resolve it from the PATH
            // otherwise verify it exists (add extension on Windows if necessary)
            this.toolPath = yield which(this.toolPath, true);
            return new Promise((resolve, reject) => toolrunner_awaiter(this, void 0, void 0, function* () {
                this._debug(`exec tool: ${this.toolPath}`);
                this._debug('arguments:');
                for (const arg of this.args) {
                    this._debug(`   ${arg}`);
                }
                const optionsNonNull = this._cloneExecOptions(this.options);
                if (!optionsNonNull.silent && optionsNonNull.outStream) {
                    optionsNonNull.outStream.write(this._getCommandString(optionsNonNull) + external_os_namespaceObject.EOL);
                }
                const state = new ExecState(optionsNonNull, this.toolPath);
                state.on('debug', (message) => {
                    this._debug(message);
                });
                if (this.options.cwd && !(yield exists(this.options.cwd))) {
                    return reject(new Error(`The cwd: ${this.options.cwd} does not exist!`));
                }
                const fileName = this._getSpawnFileName();
                const cp = external_child_process_namespaceObject.spawn(fileName, this._getSpawnArgs(optionsNonNull), this._getSpawnOptions(this.options, fileName));
                let stdbuffer = '';
                if (cp.stdout) {
                    cp.stdout.on('data', (data) => {
                        if (this.options.listeners && this.options.listeners.stdout) {
                            this.options.listeners.stdout(data);
                        }
                        if (!optionsNonNull.silent && optionsNonNull.outStream) {
                            optionsNonNull.outStream.write(data);
                        }
                        stdbuffer = this._processLineBuffer(data, stdbuffer, (line) => {
                            if (this.options.listeners && this.options.listeners.stdline) {
                                this.options.listeners.stdline(line);
                            }
                        });
                    });
                }
                let errbuffer = '';
                if (cp.stderr) {
                    cp.stderr.on('data', (data) => {
                        state.processStderr = true;
                        if (this.options.listeners && this.options.listeners.stderr) {
                            this.options.listeners.stderr(data);
                        }
                        if (!optionsNonNull.silent &&
                            optionsNonNull.errStream &&
                            optionsNonNull.outStream) {
                            const s = optionsNonNull.failOnStdErr
                                ? optionsNonNull.errStream
                                : optionsNonNull.outStream;
                            s.write(data);
                        }
                        errbuffer = this._processLineBuffer(data, errbuffer, (line) => {
                            if (this.options.listeners && this.options.listeners.errline) {
                                this.options.listeners.errline(line);
                            }
                        });
                    });
                }
                cp.on('error', (err) => {
                    state.processError = err.message;
                    state.processExited = true;
                    state.processClosed = true;
                    state.CheckComplete();
                });
                cp.on('exit', (code) => {
                    state.processExitCode = code;
                    state.processExited = true;
                    this._debug(`Exit code ${code} received from tool '${this.toolPath}'`);
                    state.CheckComplete();
                });
                cp.on('close', (code) => {
                    state.processExitCode = code;
                    state.processExited = true;
                    state.processClosed = true;
                    this._debug(`STDIO streams have closed for tool '${this.toolPath}'`);
                    state.CheckComplete();
                });
                state.on('done', (error, exitCode) => {
                    if (stdbuffer.length > 0) {
                        this.emit('stdline', stdbuffer);
                    }
                    if (errbuffer.length > 0) {
                        this.emit('errline', errbuffer);
                    }
                    cp.removeAllListeners();
                    if (error) {
                        reject(error);
                    }
                    else {
                        resolve(exitCode);
                    }
                });
                if (this.options.input) {
                    if (!cp.stdin) {
                        throw new Error('child process missing stdin');
                    }
                    cp.stdin.end(this.options.input);
                }
            }));
        });
    }
}
/**
 * Convert an arg string to an array of args. Handles escaping
 *
 * @param    argString   string of arguments
 * @returns  string[]    array of arguments
 */
function argStringToArray(argString) {
    const args = [];
    let inQuotes = false;
    let escaped = false;
    let arg = '';
    function append(c) {
        // we only escape double quotes.
        if (escaped && c !== '"') {
            arg += '\\';
        }
        arg += c;
        escaped = false;
    }
    for (let i = 0; i < argString.length; i++) {
        const c = argString.charAt(i);
        if (c === '"') {
            if (!escaped) {
                inQuotes = !inQuotes;
            }
            else {
                append(c);
            }
            continue;
        }
        if (c === '\\' && escaped) {
            append(c);
            continue;
        }
        if (c === '\\' && inQuotes) {
            escaped = true;
            continue;
        }
        if (c === ' ' && !inQuotes) {
            if (arg.length > 0) {
                args.push(arg);
                arg = '';
            }
            continue;
        }
        append(c);
    }
    if (arg.length > 0) {
        args.push(arg.trim());
    }
    return args;
}
class ExecState extends external_events_.EventEmitter {
    constructor(options, toolPath) {
        super();
        this.processClosed = false; // tracks whether the process has exited and stdio is closed
        this.processError = '';
        this.processExitCode = 0;
        this.processExited = false; // tracks whether the process has exited
        this.processStderr = false; // tracks whether stderr was written to
        this.delay = 10000; // 10 seconds
        this.done = false;
        this.timeout = null;
        if (!toolPath) {
            throw new Error('toolPath must not be empty');
        }
        this.options = options;
        this.toolPath = toolPath;
        if (options.delay) {
            this.delay = options.delay;
        }
    }
    CheckComplete() {
        if (this.done) {
            return;
        }
        if (this.processClosed) {
            this._setResult();
        }
        else if (this.processExited) {
            this.timeout = (0,external_timers_namespaceObject.setTimeout)(ExecState.HandleTimeout, this.delay, this);
        }
    }
    _debug(message) {
        this.emit('debug', message);
    }
    _setResult() {
        // determine whether there is an error
        let error;
        if (this.processExited) {
            if (this.processError) {
                error = new Error(`There was an error when attempting to execute the process '${this.toolPath}'. This may indicate the process failed to start. Error: ${this.processError}`);
            }
            else if (this.processExitCode !== 0 && !this.options.ignoreReturnCode) {
                error = new Error(`The process '${this.toolPath}' failed with exit code ${this.processExitCode}`);
            }
            else if (this.processStderr && this.options.failOnStdErr) {
                error = new Error(`The process '${this.toolPath}' failed because one or more lines were written to the STDERR stream`);
            }
        }
        // clear the timeout
        if (this.timeout) {
            clearTimeout(this.timeout);
            this.timeout = null;
        }
        this.done = true;
        this.emit('done', error, this.processExitCode);
    }
    static HandleTimeout(state) {
        if (state.done) {
            return;
        }
        if (!state.processClosed && state.processExited) {
            const message = `The STDIO streams did not close within ${state.delay / 1000} seconds of the exit event from process '${state.toolPath}'. This may indicate a child process inherited the STDIO streams and has not yet exited.`;
            state._debug(message);
        }
        state._setResult();
    }
}
//# sourceMappingURL=toolrunner.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/exec/lib/exec.js
var exec_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};


/**
 * Exec a command.
 * Output will be streamed to the live console.
 * Returns promise with return code
 *
 * @param     commandLine        command to execute (can include additional args). Must be correctly escaped.
 * @param     args               optional arguments for tool. Escaping is handled by the lib.
 * @param     options            optional exec options.  See ExecOptions
 * @returns   Promise<number>    exit code
 */
function exec(commandLine, args, options) {
    return exec_awaiter(this, void 0, void 0, function* () {
        const commandArgs = argStringToArray(commandLine);
        if (commandArgs.length === 0) {
            throw new Error(`Parameter 'commandLine' cannot be null or empty.`);
        }
        // Path to tool to execute should be first arg
        const toolPath = commandArgs[0];
        args = commandArgs.slice(1).concat(args || []);
        const runner = new ToolRunner(toolPath, args, options);
        return runner.exec();
    });
}
/**
 * Exec a command and get the output.
 * Output will be streamed to the live console.
 * Returns promise with the exit code and collected stdout and stderr
 *
 * @param     commandLine           command to execute (can include additional args). Must be correctly escaped.
 * @param     args                  optional arguments for tool. Escaping is handled by the lib.
 * @param     options               optional exec options.  See ExecOptions
 * @returns   Promise<ExecOutput>   exit code, stdout, and stderr
 */
function getExecOutput(commandLine, args, options) {
    return exec_awaiter(this, void 0, void 0, function* () {
        var _a, _b;
        let stdout = '';
        let stderr = '';
        //Using string decoder covers the case where a mult-byte character is split
        const stdoutDecoder = new external_string_decoder_namespaceObject.StringDecoder('utf8');
        const stderrDecoder = new external_string_decoder_namespaceObject.StringDecoder('utf8');
        const originalStdoutListener = (_a = options === null || options === void 0 ? void 0 : options.listeners) === null || _a === void 0 ? void 0 : _a.stdout;
        const originalStdErrListener = (_b = options === null || options === void 0 ? void 0 : options.listeners) === null || _b === void 0 ? void 0 : _b.stderr;
        const stdErrListener = (data) => {
            stderr += stderrDecoder.write(data);
            if (originalStdErrListener) {
                originalStdErrListener(data);
            }
        };
        const stdOutListener = (data) => {
            stdout += stdoutDecoder.write(data);
            if (originalStdoutListener) {
                originalStdoutListener(data);
            }
        };
        const listeners = Object.assign(Object.assign({}, options === null || options === void 0 ? void 0 : options.listeners), { stdout: stdOutListener, stderr: stdErrListener });
        const exitCode = yield exec(commandLine, args, Object.assign(Object.assign({}, options), { listeners }));
        //flush any remaining characters
        stdout += stdoutDecoder.end();
        stderr += stderrDecoder.end();
        return {
            exitCode,
            stdout,
            stderr
        };
    });
}
//# sourceMappingURL=exec.js.map
;// CONCATENATED MODULE: ./lib/project/git.js

/** Asks the host's git about the workspace; without git, or outside a repository, what the event knows remains. */
async function inspectGit(workspace, event) {
    const [describe, changed, tag, sha, date, branch, tags, remote] = await Promise.all([
        git(workspace, "describe", "--tags", "--always"),
        // Not `describe --dirty`: that writes a new index, which would be this user's and no longer the owner's.
        git(workspace, "--no-optional-locks", "status", "--porcelain", "--untracked-files=no"),
        git(workspace, "describe", "--tags", "--exact-match"),
        git(workspace, "rev-parse", "HEAD"),
        git(workspace, "log", "-1", "--format=%cI"),
        git(workspace, "symbolic-ref", "--quiet", "HEAD"),
        git(workspace, "tag", "--list"),
        git(workspace, "config", "--get", "remote.origin.url"),
    ]);
    return {
        describe: changed === "" ? describe : `${describe}-dirty`,
        context: {
            // Away from GitHub, a tag that is checked out (no branch is) starts the run.
            ref: event.ref || branch || (tag && `refs/tags/${tag}`),
            eventName: event.name,
            baseRef: event.baseRef,
            now: new Date().toISOString(),
            sha: event.sha || sha,
            defaultBranch: event.defaultBranch,
            commitDate: date,
            repositoryUrl: event.repositoryUrl || webUrl(remote),
            description: "",
            license: "",
            gitTags: tags.split("\n").filter(Boolean),
        },
    };
}
/** What the host's git says, without white space around it; empty when it cannot say. */
async function git(workspace, ...args) {
    // The repository's configuration is not ours: no hook, pager, monitor or signature program of its may run.
    const safe = ["core.fsmonitor=false", "core.hooksPath=/dev/null", "log.showSignature=false", "core.quotePath=false"];
    const options = { cwd: workspace, silent: true, ignoreReturnCode: true };
    try {
        const { exitCode, stdout } = await getExecOutput("git", [...[...safe, `safe.directory=${workspace}`].flatMap((setting) => ["-c", setting]), ...args], options);
        return exitCode === 0 ? stdout.trim() : "";
    }
    catch {
        return "";
    }
}
/** `git@github.com:acme/hello.git` and `https://token@github.com/acme/hello.git` → `https://github.com/acme/hello`. */
function webUrl(remote) {
    const ssh = /^(?:ssh:\/\/)?[\w.-]+@([\w.-]+)[:/](.+?)(?:\.git)?$/.exec(remote);
    const http = /^https?:\/\/(?:[^@/]*@)?([\w.:-]+)\/(.+?)(?:\.git)?$/.exec(remote);
    const [, host, path] = ssh ?? http ?? [];
    return host === undefined ? "" : `https://${host}/${path}`;
}

;// CONCATENATED MODULE: ./lib/project/changes.js


/** Compares with the commit that the user names, else with what a pull request is to be merged into. */
async function inspectChanges(workspace, since, event) {
    if (since === undefined && event.base === "")
        return {};
    const base = since === undefined ? await pullRequestBase(workspace, event) : await common(workspace, since);
    if (base !== "")
        return { changes: { base, lines: readChangedLines(await diff(workspace, base)) } };
    if (since === undefined)
        return { note: unknownBase };
    const message = "git knows no such commit, or none that both have in common. Check out with `fetch-depth: 0`.";
    return { problem: { input: "changed-since", item: since, message } };
}
const unknownBase = "What the pull request changes is not known, as its base is not there. For the coverage of its lines, check out with `fetch-depth: 2`.";
/** Of GitHub's own merge the first parent is the base as it was then; the event may tell of an older one. */
async function pullRequestBase(workspace, event) {
    if (/^refs\/pull\/\d+\/merge$/.test(event.ref) && (await commit(workspace, "HEAD^2")) !== "")
        return await commit(workspace, "HEAD^1");
    return await common(workspace, event.base);
}
const commit = (workspace, name) => git(workspace, "rev-parse", "--verify", "--quiet", name);
async function common(workspace, name) {
    const known = await commit(workspace, `${name}^{commit}`);
    return known === "" ? "" : git(workspace, "merge-base", known, "HEAD");
}
/** Of what lies in the workspace, committed or not: that is what is tested. */
function diff(workspace, base) {
    const plain = [
        "--no-color",
        "--no-ext-diff",
        "--no-textconv",
        "--find-renames",
        "--src-prefix=a/",
        "--dst-prefix=b/",
    ];
    const lines = ["--unified=0", "--inter-hunk-context=0", "--relative"];
    const files = ["--", "*.go", ":(exclude,glob)**/vendor/**"];
    return git(workspace, "--no-optional-locks", "diff", ...plain, ...lines, base, ...files);
}

// EXTERNAL MODULE: ./lib/inputs/go-version.js
var go_version = __nccwpck_require__(8582);
;// CONCATENATED MODULE: ./lib/project/go-image.js





const versionFiles = ["go.work", "go.mod", ".go-version", ".tool-versions"];
const unknown = "golang:latest";
/** The image to run Go in: as given, or by the version that is given, or by the first version file that names one. */
async function goImage(root, inputs, dirs, report) {
    if (inputs.goImage !== undefined)
        return (0,image_ref/* imageRefText */.wb)(inputs.goImage);
    if (inputs.goVersion !== undefined)
        return `golang:${inputs.goVersion}`;
    const files = inputs.goVersionFile === undefined ? usualFiles(dirs) : [inputs.goVersionFile];
    for (const file of files) {
        const real = await (0,promises_.realpath)((0,external_node_path_.join)(root, file)).catch(() => undefined);
        if (real === undefined)
            continue;
        if (!inside(root, real)) {
            const message = "it is a link that leads outside the workspace. Copy the file in.";
            report({ input: "go-version-file", item: file, message });
            return unknown;
        }
        const version = (0,go_version/* versionFromFile */.R)(file, await (0,promises_.readFile)(real, "utf8").catch(() => ""));
        if (version !== undefined)
            return imageOf(version, file, report);
    }
    const input = inputs.goVersionFile === undefined ? "go-version" : "go-version-file";
    const where = inputs.goVersionFile ?? "go.mod, .go-version or .tool-versions";
    const message = `no Go version is given, and none is found in ${where}. Set \`go-version\`, for instance "1.27".`;
    report({ input, message });
    return unknown;
}
function usualFiles(dirs) {
    return [...new Set([...dirs, "."])].flatMap((dir) => versionFiles.map((name) => external_node_path_.posix.join(dir, name)));
}
function imageOf(version, file, report) {
    try {
        return `golang:${(0,go_version/* parseGoVersion */.S)(version)}`;
    }
    catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        report({
            input: "go-version-file",
            item: file,
            message: `it says ${JSON.stringify(version.slice(0, 60))}: ${reason}`,
        });
        return unknown;
    }
}

;// CONCATENATED MODULE: ./lib/project/workspace.js









const dependencyFiles = [
    "go.mod",
    "go.sum",
    "go.work",
    "go.work.sum",
    "vendor/modules.txt",
    "Gopkg.lock",
    "glide.lock",
];
/** Reads what the workspace's files tell. Everything wrong in them is collected, so that it is reported together. */
async function inspectWorkspace(path, inputs, event) {
    const problems = [];
    const report = (problem) => problems.push(problem);
    const [root, owner, git, gitDir, { changes, problem, note }] = await Promise.all([
        (0,promises_.realpath)(path),
        (0,promises_.stat)(path),
        inspectGit(path, event),
        kindOf((0,external_node_path_.join)(path, ".git")),
        inspectChanges(path, inputs.changedSince, event),
    ]);
    if (problem !== undefined)
        report(problem);
    const moduleDirs = await usableDirs(root, inputs, report);
    // A go.work lies beside its modules or above them.
    const dirs = [...inputs.workingDirectory, ...moduleDirs];
    const gopath = moduleDirs.length === 0 ? false : !(await hasModule(root, moduleDirs[0] ?? "."));
    const importedAs = gopath ? await gopathImportPath(inputs, git.context.repositoryUrl, report) : "";
    await checkInputFiles(root, inputs, report);
    await checkOutputFolder(root, inputs.output, report);
    const workspace = {
        path: root,
        mode: gopath ? "gopath" : "module",
        importPath: importedAs,
        containerPath: gopath ? `/go/src/${importedAs}` : "/src",
        moduleDirs,
        goImage: await goImage(root, inputs, dirs, report),
        gitDir: gitDir === "directory" ? "directory" : gitDir === "file" ? "file" : "none",
        ...user(owner),
        moduleFiles: await present(root, ["go.mod", "go.sum"]),
        dockerfile: await ownDockerfile(root, inputs, report),
        modulesHash: await hashFiles(root, dirs),
        git: git.context,
        changes,
        version: inputs.version ?? (git.describe || "0.0.0-dev"),
    };
    return { workspace, problems, notes: note === undefined ? [] : [note] };
}
/** As root we become the workspace's owner; a plain user can only be itself. */
function user(owner) {
    const own = process.getuid?.() ?? 0;
    return own === 0 ? { uid: owner.uid, gid: owner.gid } : { uid: own, gid: process.getgid?.() ?? own };
}
async function gopathImportPath(inputs, repositoryUrl, report) {
    if (inputs.importPath !== undefined)
        return inputs.importPath;
    try {
        return (0,fields/* importPath */.LM)(repositoryUrl.replace(/^https:\/\//, "").replace(/:\d+\//, "/"));
    }
    catch {
        const message = 'there is no go.mod, and the repository has no name to take the import path from. Set it, for instance "github.com/acme/project".';
        report({ input: "import-path", message });
        return "unknown";
    }
}
async function checkInputFiles(root, inputs, report) {
    const named = [
        ...(inputs.caCertificates === undefined ? [] : [{ input: "ca-certificates", path: inputs.caCertificates }]),
        ...inputs.imageFiles.map(({ from }) => ({ input: "image-files", path: from })),
        ...inputs.imageSecrets.flatMap(({ from }) => ("file" in from ? [{ input: "image-secrets", path: from.file }] : [])),
    ];
    for (const { input, path } of named) {
        const real = await (0,promises_.realpath)((0,external_node_path_.join)(root, path)).catch(() => undefined);
        if (real === undefined)
            report({ input, item: path, message: "there is no such file. Write its path relative to the workspace." });
        else if (!inside(root, real))
            report({ input, item: path, message: "it is a link that leads outside the workspace. Copy the file in." });
    }
}
/** The folders that the template names outright: none of them may be a file. */
async function checkOutputFolder(root, output, report) {
    const parts = output.split("/").slice(0, -1);
    const fixed = parts.slice(0, parts.findIndex((part) => part.includes("{{")) >>> 0);
    for (const [i] of fixed.entries()) {
        const folder = fixed.slice(0, i + 1).join("/");
        if ((await kindOf((0,external_node_path_.join)(root, folder))) !== "file")
            continue;
        report({ input: "output", item: folder, message: "there is a file of that name. Choose another folder." });
    }
}
async function ownDockerfile(root, inputs, report) {
    const { image, dockerfile: named } = inputs;
    if (image.length === 0 || named === "generated")
        return undefined;
    const path = named ?? "Dockerfile";
    const real = await (0,promises_.realpath)((0,external_node_path_.join)(root, path)).catch(() => undefined);
    if (real !== undefined && inside(root, real) && (await kindOf(real)) === "file")
        return { path, text: await (0,promises_.readFile)(real, "utf8") };
    if (named !== undefined) {
        const message = "there is no such file in the workspace. Write its path, or `generated`.";
        report({ input: "dockerfile", item: named, message });
    }
    else if (ownOnly(inputs).length > 0) {
        const message = "there is no Dockerfile in the workspace's root. Name yours by `dockerfile`.";
        for (const input of ownOnly(inputs))
            report({ input, message });
    }
    return undefined;
}
async function present(root, names) {
    const kinds = await Promise.all(names.map((name) => kindOf((0,external_node_path_.join)(root, name))));
    return names.filter((_, i) => kinds[i] === "file");
}
async function hashFiles(root, dirs) {
    const hash = (0,external_node_crypto_.createHash)("sha256");
    for (const file of [...new Set([...dirs, "."])].flatMap((dir) => dependencyFiles.map((name) => (0,external_node_path_.join)(root, dir, name)))) {
        const content = await (0,promises_.readFile)(file).catch(() => undefined);
        if (content !== undefined)
            hash.update((0,external_node_path_.relative)(root, file)).update("\0").update(content).update("\0");
    }
    return hash.digest("hex");
}

// EXTERNAL MODULE: ./lib/engine/private-config.js
var private_config = __nccwpck_require__(3516);
// EXTERNAL MODULE: ./lib/engine/process.js + 1 modules
var engine_process = __nccwpck_require__(7002);
;// CONCATENATED MODULE: ./lib/engine/stored-credentials.js




/** Docker Hub is kept under the address of its first registry. */
const hub = "https://index.docker.io/v1/";
/** What an earlier `docker login` left for a registry: by its credential helper, else in docker's configuration. */
async function storedCredentials(registry, folder = (0,private_config/* dockerFolder */.NC)()) {
    const config = stored_credentials_parse(await (0,promises_.readFile)((0,external_node_path_.join)(folder, "config.json"), "utf8").catch(() => "{}"));
    const name = registry === "docker.io" ? hub : registry;
    const helper = config.credHelpers?.[name] ?? config.credsStore;
    return helper === undefined ? decoded(config.auths?.[name]?.auth) : fromHelper(helper, name);
}
async function fromHelper(helper, name) {
    if (!/^[\w.-]+$/.test(helper))
        return undefined;
    const end = await (0,engine_process/* runProcess */.R)([`docker-credential-${helper}`, "get"], { input: name, deadlineMs: 10_000 });
    const { Username, Secret } = stored_credentials_parse(end.exitCode === 0 ? end.stdout : "{}");
    return Username === undefined || Secret === undefined ? undefined : { username: Username, password: Secret };
}
function decoded(auth) {
    const [, username, password] = /^([^:]+):(.*)$/s.exec(Buffer.from(auth ?? "", "base64").toString()) ?? [];
    return username === undefined || password === undefined ? undefined : { username, password };
}
function stored_credentials_parse(json) {
    try {
        return JSON.parse(json);
    }
    catch {
        return {};
    }
}

;// CONCATENATED MODULE: external "node:net"
const external_node_net_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:net");
;// CONCATENATED MODULE: external "node:tls"
const external_node_tls_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:tls");
// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __nccwpck_require__(8500);
;// CONCATENATED MODULE: ./lib/registry/json.js
/** An object out of foreign bytes: nothing is known of its fields but that they may be missing. */
function json_parseObject(bytes, strange) {
    try {
        const value = JSON.parse(new TextDecoder().decode(bytes));
        if (typeof value === "object" && value !== null)
            return value;
    }
    catch {
        // Told below, as for any other answer that cannot be read.
    }
    throw strange();
}

;// CONCATENATED MODULE: ./lib/registry/manifest.js

/** Every kind that a tag may lead to, as an `Accept` header. */
const manifestTypes = [
    "application/vnd.oci.image.index.v1+json",
    "application/vnd.docker.distribution.manifest.list.v2+json",
    "application/vnd.oci.image.manifest.v1+json",
    "application/vnd.docker.distribution.manifest.v2+json",
].join(", ");
/** What a foreign machine sent is looked at before it is relied on. */
function isManifest(value) {
    const { manifests = [], config = [], layers = [] } = value;
    const descriptors = [manifests, config, layers].flat();
    return (Array.isArray(manifests) &&
        Array.isArray(layers) &&
        descriptors.every((one) => one && (0,image_ref/* isDigest */.Bc)(one.digest) && one.size >= 0));
}

;// CONCATENATED MODULE: ./lib/registry/connection.js






const patience = {
    deadline: 30_000,
    tries: 4,
    delay: (milliseconds, signal) => (0,external_node_timers_promises_.setTimeout)(milliseconds, undefined, { signal }),
};
const longestDelay = 30_000;
/** Requests to one repository of one registry, logged in when the registry asks for it. */
class RegistryConnection {
    #ref;
    #manner;
    #origin;
    #authorization = "";
    constructor(ref, manner) {
        this.#ref = ref;
        this.#manner = manner;
        this.#origin = origin(ref.registry, manner.transport);
    }
    /** What is asked for, as people write it. */
    get name() {
        return (0,image_ref/* imageRefText */.wb)(this.#ref);
    }
    /** Relative to the repository, or where the registry has led: to another host only where nobody listens on the way. */
    address(path, from = this.#repository) {
        const url = new URL(path, from);
        if (this.#isTrusted(url))
            return url;
        throw this.strange(`an upload at ${JSON.stringify(url.host)}, which is not https,`);
    }
    /** Tries again after what time may heal: a lost connection, 429, 5xx. */
    request(url, how = {}) {
        return this.retried(() => this.exchange(url, how), url, how);
    }
    /** The same for an attempt of several requests. */
    async retried(attempt, url, how = {}) {
        const { tries, delay } = this.#manner.patience;
        for (let count = 1;; count++) {
            const answer = await attempt().catch((error) => {
                this.#manner.signal.throwIfAborted();
                if (error instanceof errors/* ImageError */.C8)
                    throw error;
                if (count < tries && !isDistrust(error))
                    return undefined;
                throw this.#unreachable(url, error, how, count);
            });
            if (answer !== undefined && (!isPassing(answer) || count >= tries))
                return answer;
            await delay(retryDelay(count, answer?.headers), this.#manner.signal);
        }
    }
    /** Once, and once more with the login that is asked for. Another host than the registry's never gets it. */
    async exchange(url, how = {}) {
        const own = url.origin === this.#origin.origin;
        const answer = await this.#once(url, own ? this.#authorization : "", how);
        if (answer.status !== 401 || !own)
            return answer;
        this.#authorization = await this.#login(answer.headers.get("www-authenticate") ?? "");
        return this.#once(url, this.#authorization, how);
    }
    /** The registry has answered, and not with what was asked for. */
    refusal({ status, bytes }, deed = "read") {
        const said = errorOf(bytes);
        const problem = `The registry answered ${status} for ${this.name}${said === "" ? "." : `: ${said}`}`;
        if (status === 404)
            return new errors/* ImageError */.C8(problem, "Check the name and the tag, and that the push went to this registry.");
        if (status !== 401 && status !== 403)
            return new errors/* ImageError */.C8(problem, "Run again later, or ask who keeps the registry.");
        return new errors/* ImageError */.C8(problem, this.#manner.credentials
            ? `Check \`username\` and \`password\`, and that they may ${deed} this repository.`
            : `Set \`username\` and \`password\` to an account that may ${deed} this repository.`);
    }
    strange(what) {
        return new errors/* ImageError */.C8(`The registry holds ${what} under ${this.name}.`, "Push the image again, or delete the tag first.");
    }
    get #repository() {
        return new URL(`/v2/${this.#ref.repository}/`, this.#origin);
    }
    /** Where the engine does without TLS for the registry itself, it goes without saying. */
    #isTrusted(url) {
        return url.origin === this.#origin.origin || isSafe(url);
    }
    async #login(challenge) {
        const { credentials } = this.#manner;
        const basic = credentials ? basicAuthorization(credentials) : "";
        if (!/^bearer\s/i.test(challenge))
            return basic;
        const url = this.#tokenUrl(challenge);
        const answer = await this.retried(() => this.#once(url, basic, {}), url);
        if (answer.status !== 200)
            throw this.refusal(answer);
        const { token, access_token } = json_parseObject(answer.bytes, () => this.strange("something that is no JSON object"));
        return `Bearer ${token ?? access_token ?? ""}`;
    }
    #tokenUrl(challenge) {
        const parameters = new Map([...challenge.matchAll(/(\w+)="([^"]*)"/g)].map(([, key = "", value = ""]) => [key, value]));
        const realm = parameters.get("realm") ?? "";
        if (!URL.canParse(realm) || !this.#isTrusted(new URL(realm))) {
            throw new errors/* ImageError */.C8(`The registry ${this.#ref.registry} sends logins to ${JSON.stringify(realm)}, which is not https.`, "Configure the registry's token realm with https.");
        }
        const url = new URL(realm);
        url.searchParams.set("service", parameters.get("service") ?? "");
        url.searchParams.set("scope", parameters.get("scope") ?? `repository:${this.#ref.repository}:pull`);
        return url;
    }
    async #once(url, authorization, { method = "GET", body, type, deadline }) {
        const { fetch, patience, signal } = this.#manner;
        const response = await fetch(url, {
            method,
            headers: {
                accept: manifestTypes,
                ...(type && { "content-type": type }),
                ...(authorization && { authorization }),
            },
            signal: AbortSignal.any([signal, AbortSignal.timeout(deadline ?? patience.deadline)]),
            ...(body === undefined ? {} : { body }),
        });
        return { status: response.status, headers: response.headers, bytes: new Uint8Array(await response.arrayBuffer()) };
    }
    #unreachable(url, cause, how, tries) {
        const { deadline = this.#manner.patience.deadline } = how;
        const why = cause instanceof Error && cause.name === "TimeoutError" ? `no answer within ${deadline / 1000} s` : reason(cause);
        const often = tries === 1 ? "" : `, ${tries} times`;
        return new errors/* ImageError */.C8(`${url.host} could not be asked for ${this.name}: ${why}${often}.`, isDistrust(cause) ? trust : "Check the registry's name and the network, then run again.", { cause });
    }
}
const trust = "A registry with a root of its own: name it in `ca-certificates`, and put it into /etc/docker/certs.d/<registry>/ca.crt for the engine.";
/** No time heals a certificate that nobody vouches for, or another host's. */
function isDistrust(error) {
    const { code = "" } = (error instanceof Error ? (error.cause ?? {}) : {});
    return /^(CERT_|ERR_TLS_CERT_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_(GET|VERIFY)_)/.test(code);
}
function isPassing({ status }) {
    return status === 429 || status >= 500;
}
/** `fetch failed` says nothing; its cause does. */
function reason(error) {
    const { message, cause } = error instanceof Error ? error : new Error(String(error));
    // What node itself advises is not the remedy here.
    return (cause instanceof Error && cause.message !== "" ? cause.message : message).replace(/; if the root CA.*/, "");
}
/** What a registry says of its refusal, as the distribution specification has it; a page of a proxy says nothing. */
function errorOf(bytes) {
    try {
        const { errors } = JSON.parse(new TextDecoder().decode(bytes));
        const [{ code = "", message = "" } = {}] = errors ?? [];
        return (0,human/* oneLine */.TN)([code, message].filter((word) => word !== "").join(", "), 200);
    }
    catch {
        return "";
    }
}
function origin(registry, transport) {
    return new URL(`${transport}://${registry === "docker.io" ? "registry-1.docker.io" : registry}`);
}
/** As a URL writes its host. */
function isLoopback(hostname) {
    return /^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);
}
/** Only a connection that does not leave the machine may do without TLS. */
function isSafe({ protocol, hostname }) {
    return protocol === "https:" || (protocol === "http:" && isLoopback(hostname));
}
function basicAuthorization({ username, password }) {
    const bytes = new TextEncoder().encode(`${username}:${password}`);
    return `Basic ${btoa(String.fromCharCode(...bytes))}`;
}
/** What the registry asks for, else twice as long each time; never longer than half a minute. */
function retryDelay(count, headers) {
    const after = headers?.get("retry-after") ?? "";
    // A date is read against the registry's own clock.
    const asked = /^\d+$/.test(after) ? Number(after) * 1000 : Date.parse(after) - Date.parse(headers?.get("date") ?? "");
    return Math.min(Number.isNaN(asked) ? 1000 * 2 ** (count - 1) : Math.max(asked, 0), longestDelay);
}

;// CONCATENATED MODULE: ./lib/registry/client.js






/** Bytes for each millisecond: who is slower than that does not go on. */
const slowest = 64;
/** Milliseconds, whatever size a manifest tells. */
const mostPatient = 60 * 60_000;
/** One repository of one registry: its manifests, blobs and tags. */
class RegistryClient {
    #connection;
    #deadline;
    constructor(ref, manner) {
        this.#connection = new RegistryConnection(ref, manner);
        this.#deadline = manner.patience.deadline;
    }
    async manifest(reference) {
        const content = await this.#content(`manifests/${reference}`, reference);
        const manifest = this.#parse(content.bytes);
        if (!isManifest(manifest))
            throw this.strange("something that is no manifest");
        return { ...content, manifest };
    }
    async config(digest) {
        const { bytes } = await this.#content(`blobs/${digest}`, digest);
        const { os = "", architecture = "", variant = "" } = this.#parse(bytes);
        return { os, architecture, variant };
    }
    /** A layer, whole. */
    async blob({ digest, size }) {
        const { bytes } = await this.#content(`blobs/${digest}`, digest, size);
        return bytes;
    }
    /** Whether it would take a layer of ours: the status of its answer to an upload that is given up at once. */
    async askToPush() {
        const url = this.#connection.address("blobs/uploads/");
        const { status, headers } = await this.#connection.request(url, { method: "POST" });
        const upload = headers.get("location");
        // The registry gives it up by itself, too.
        if (status === 202 && upload !== null && new URL(upload, url).origin === url.origin)
            await this.#connection.exchange(new URL(upload, url), { method: "DELETE" }).catch(() => undefined);
        return status;
    }
    /** Sends what is not there; gives the number of bytes that were sent. */
    async upload(digest, content) {
        const connection = this.#connection;
        const there = await connection.request(connection.address(`blobs/${digest}`), { method: "HEAD" });
        if (there.status === 200)
            return 0;
        if (there.status !== 404)
            throw connection.refusal(there, "write");
        const start = connection.address("blobs/uploads/");
        const deadline = this.#deadlineFor(content.size);
        // What has failed half-way cannot be gone on with: each attempt is an upload of its own.
        const send = async () => {
            const begun = await connection.exchange(start, { method: "POST" });
            const location = begun.headers.get("location");
            if (begun.status !== 202 || location === null)
                return begun;
            const url = connection.address(location, start);
            url.searchParams.set("digest", digest);
            const type = "application/octet-stream";
            return connection.exchange(url, { method: "PUT", body: content, type, deadline });
        };
        const answer = await connection.retried(send, start, { deadline });
        if (answer.status !== 201)
            throw connection.refusal(answer, "write");
        return content.size;
    }
    /** Puts a manifest under its digest or a tag; gives the registry's answer where that is a refusal. */
    async putManifest(reference, { bytes, mediaType }) {
        const url = this.#connection.address(`manifests/${reference}`);
        const answer = await this.#connection.request(url, { method: "PUT", body: bytes, type: mediaType });
        return answer.status === 201 ? undefined : answer;
    }
    /** What a tag leads to; empty where the registry does not say, undefined where there is none. */
    async digestOf(tag) {
        const answer = await this.#connection.request(this.#connection.address(`manifests/${tag}`), { method: "HEAD" });
        if (answer.status === 404)
            return undefined;
        if (answer.status !== 200)
            throw this.refusal(answer);
        return answer.headers.get("docker-content-digest") ?? "";
    }
    refusal(answer, deed = "read") {
        return this.#connection.refusal(answer, deed);
    }
    strange(what) {
        return this.#connection.strange(what);
    }
    #deadlineFor(size) {
        return this.#deadline + Math.min(Math.round(size / slowest), mostPatient);
    }
    async #content(path, reference, size = 0) {
        const deadline = this.#deadlineFor(size);
        const answer = await this.#connection.request(this.#connection.address(path), { deadline });
        if (answer.status !== 200)
            throw this.refusal(answer);
        const { headers, bytes } = answer;
        const digest = `sha256:${(0,external_node_crypto_.createHash)("sha256").update(bytes).digest("hex")}`;
        const promised = (0,image_ref/* isDigest */.Bc)(reference) ? reference : (headers.get("docker-content-digest") ?? digest);
        if (promised !== digest) {
            throw new errors/* ImageError */.C8(`The registry answered for ${this.#connection.name} with ${digest} where it promised ${promised}.`, "Something changes its answers: look for a proxy or a broken mirror before it, then push again.");
        }
        return { digest, type: (headers.get("content-type") ?? "").replace(/;.*/, ""), bytes };
    }
    #parse(bytes) {
        return json_parseObject(bytes, () => this.strange("something that is no JSON object"));
    }
}

;// CONCATENATED MODULE: ./lib/registry/access.js





/** What the inputs give: it is for one registry, and no other. */
function loginOf(inputs) {
    const { username, password } = inputs;
    const registry = loginRegistry(inputs);
    if (username === undefined || password === undefined || registry === undefined)
        return undefined;
    return { registry, username, password };
}
/** Whose `username` and `password` are. */
function loginRegistry({ image, registry }) {
    return registry ?? image[0]?.registry;
}
/** One repository, ready to be asked. */
async function openRepository(ref, { login, insecure, signal }, waiting = patience, fetch = globalThis.fetch) {
    const credentials = await credentialsFor(ref.registry, login);
    const transport = await transportOf(ref.registry, insecure);
    return new RegistryClient(ref, { credentials, transport, fetch, signal, patience: waiting });
}
/** The inputs' credentials go to the registry they are for, and to no other: those have an earlier login's, or none. */
function credentialsFor(registry, login) {
    return login?.registry === registry ? Promise.resolve(login) : storedCredentials(registry);
}
/** TLS, but where nobody listens on the way or the engine is told to do without: there it is what the registry speaks. */
async function transportOf(registry, insecure) {
    const { hostname, port } = new URL(`http://${registry}`);
    if (!isLoopback(hostname) && !isInsecure(registry, insecure))
        return "https";
    return (await speaksTls(hostname.replace(/^\[|\]$/g, ""), Number(port || 443))) ? "https" : "http";
}
/** Whether there is TLS at all; whom it is with is looked at by the connection that counts. */
function speaksTls(host, port) {
    return new Promise((resolve) => {
        const socket = (0,external_node_tls_namespaceObject.connect)({ host, port, rejectUnauthorized: false, timeout: 2_000 });
        const end = (speaks) => {
            socket.destroy();
            resolve(speaks);
        };
        socket.once("secureConnect", () => end(true));
        socket.once("timeout", () => end(false));
        socket.once("error", () => end(false));
    });
}
/** By name, or by the address that stands there: no name is looked up. */
function isInsecure(registry, insecure) {
    if (insecure.includes(registry))
        return true;
    const address = new URL(`http://${registry}`).hostname.replace(/^\[|\]$/g, "");
    const family = (0,external_node_net_namespaceObject.isIP)(address) === 6 ? "ipv6" : "ipv4";
    if ((0,external_node_net_namespaceObject.isIP)(address) === 0)
        return false;
    const list = new external_node_net_namespaceObject.BlockList();
    for (const subnet of insecure) {
        const [net = "", bits] = subnet.split("/");
        if (bits !== undefined && (0,external_node_net_namespaceObject.isIP)(net) !== 0)
            list.addSubnet(net, Number(bits), (0,external_node_net_namespaceObject.isIP)(net) === 6 ? "ipv6" : "ipv4");
    }
    return list.check(address, family);
}

;// CONCATENATED MODULE: ./lib/publish/missing-logins.js


/** Registries that take an image from nobody whom they do not know. */
const knowTheirUsers = /^(docker\.io|ghcr\.io|quay\.io|registry\.gitlab\.com|(.+\.)?gcr\.io|.+\.(pkg\.dev|amazonaws\.com|azurecr\.io))$/;
/** A push that cannot succeed is refused before anything is built for it. */
async function missingLogins({ push, image, registry, username }, stored = storedCredentials) {
    if (!push)
        return [];
    const registries = [...new Set(image.map(({ registry }) => registry))].filter((one) => knowTheirUsers.test(one));
    const open = registries.filter((one) => username === undefined || one !== loginRegistry({ image, registry }));
    const known = await Promise.all(open.map((registry) => stored(registry)));
    const message = "nobody is logged in there, and it takes no image from strangers. Set `username` and `password`, or log in before.";
    return open.filter((_, i) => known[i] === undefined).map((item) => ({ input: "push", item, message }));
}

;// CONCATENATED MODULE: ./lib/report/checksums.js
/** What `sha256sum --check` reads in `directory`, sorted by name. `directory` is relative to the workspace. */
function checksumsText(binaries, directory) {
    return binaries
        .map(({ path, sha256 }) => ({ name: relative(directory, path), sha256 }))
        .sort((a, b) => (a.name < b.name ? -1 : Number(a.name > b.name)))
        .map(({ name, sha256 }) => line(name, sha256))
        .join("");
}
// sha256sum marks a line with an escaped name by a backslash.
function line(name, sha256) {
    const escaped = name.replaceAll("\\", "\\\\").replaceAll("\n", "\\n").replaceAll("\r", "\\r");
    return `${escaped === name ? "" : "\\"}${sha256}  ${escaped}\n`;
}
function relative(directory, path) {
    const from = parts(directory);
    const to = parts(path);
    const shared = from.findIndex((part, i) => part !== to[i]);
    const common = shared < 0 ? from.length : shared;
    return [...from.slice(common).map(() => ".."), ...to.slice(common)].join("/");
}
const parts = (path) => path.split("/").filter((part) => part !== "" && part !== ".");

;// CONCATENATED MODULE: ./node_modules/path-expression-matcher/src/Expression.js
/**
 * Expression - Parses and stores a tag pattern expression
 * 
 * Patterns are parsed once and stored in an optimized structure for fast matching.
 * 
 * @example
 * const expr = new Expression("root.users.user");
 * const expr2 = new Expression("..user[id]:first");
 * const expr3 = new Expression("root/users/user", { separator: '/' });
 */
class Expression {
  /**
   * Create a new Expression
   * @param {string} pattern - Pattern string (e.g., "root.users.user", "..user[id]")
   * @param {Object} options - Configuration options
   * @param {string} options.separator - Path separator (default: '.')
   */
  constructor(pattern, options = {}, data) {
    this.pattern = pattern;
    this.separator = options.separator || '.';
    this.segments = this._parse(pattern);
    this.data = data;
    // Cache expensive checks for performance (O(1) instead of O(n))
    this._hasDeepWildcard = this.segments.some(seg => seg.type === 'deep-wildcard');
    this._hasAttributeCondition = this.segments.some(seg => seg.attrName !== undefined);
    this._hasPositionSelector = this.segments.some(seg => seg.position !== undefined);
  }

  /**
   * Parse pattern string into segments
   * @private
   * @param {string} pattern - Pattern to parse
   * @returns {Array} Array of segment objects
   */
  _parse(pattern) {
    const segments = [];

    // Split by separator but handle ".." specially
    let i = 0;
    let currentPart = '';

    while (i < pattern.length) {
      if (pattern[i] === this.separator) {
        // Check if next char is also separator (deep wildcard)
        if (i + 1 < pattern.length && pattern[i + 1] === this.separator) {
          // Flush current part if any
          if (currentPart.trim()) {
            segments.push(this._parseSegment(currentPart.trim()));
            currentPart = '';
          }
          // Add deep wildcard
          segments.push({ type: 'deep-wildcard' });
          i += 2; // Skip both separators
        } else {
          // Regular separator
          if (currentPart.trim()) {
            segments.push(this._parseSegment(currentPart.trim()));
          }
          currentPart = '';
          i++;
        }
      } else {
        currentPart += pattern[i];
        i++;
      }
    }

    // Flush remaining part
    if (currentPart.trim()) {
      segments.push(this._parseSegment(currentPart.trim()));
    }

    return segments;
  }

  /**
   * Parse a single segment
   * @private
   * @param {string} part - Segment string (e.g., "user", "ns::user", "user[id]", "ns::user:first")
   * @returns {Object} Segment object
   */
  _parseSegment(part) {
    const segment = { type: 'tag' };

    // NEW NAMESPACE SYNTAX (v2.0):
    // ============================
    // Namespace uses DOUBLE colon (::)
    // Position uses SINGLE colon (:)
    // 
    // Examples:
    //   "user"              → tag
    //   "user:first"        → tag + position
    //   "user[id]"          → tag + attribute
    //   "user[id]:first"    → tag + attribute + position
    //   "ns::user"          → namespace + tag
    //   "ns::user:first"    → namespace + tag + position
    //   "ns::user[id]"      → namespace + tag + attribute
    //   "ns::user[id]:first" → namespace + tag + attribute + position
    //   "ns::first"         → namespace + tag named "first" (NO ambiguity!)
    //
    // This eliminates all ambiguity:
    //   :: = namespace separator
    //   :  = position selector
    //   [] = attributes

    // Step 1: Extract brackets [attr] or [attr=value]
    let bracketContent = null;
    let withoutBrackets = part;

    const bracketMatch = part.match(/^([^\[]+)(\[[^\]]*\])(.*)$/);
    if (bracketMatch) {
      withoutBrackets = bracketMatch[1] + bracketMatch[3];
      if (bracketMatch[2]) {
        const content = bracketMatch[2].slice(1, -1);
        if (content) {
          bracketContent = content;
        }
      }
    }

    // Step 2: Check for namespace (double colon ::)
    let namespace = undefined;
    let tagAndPosition = withoutBrackets;

    if (withoutBrackets.includes('::')) {
      const nsIndex = withoutBrackets.indexOf('::');
      namespace = withoutBrackets.substring(0, nsIndex).trim();
      tagAndPosition = withoutBrackets.substring(nsIndex + 2).trim(); // Skip ::

      if (!namespace) {
        throw new Error(`Invalid namespace in pattern: ${part}`);
      }
    }

    // Step 3: Parse tag and position (single colon :)
    let tag = undefined;
    let positionMatch = null;

    if (tagAndPosition.includes(':')) {
      const colonIndex = tagAndPosition.lastIndexOf(':'); // Use last colon for position
      const tagPart = tagAndPosition.substring(0, colonIndex).trim();
      const posPart = tagAndPosition.substring(colonIndex + 1).trim();

      // Verify position is a valid keyword
      const isPositionKeyword = ['first', 'last', 'odd', 'even'].includes(posPart) ||
        /^nth\(\d+\)$/.test(posPart);

      if (isPositionKeyword) {
        tag = tagPart;
        positionMatch = posPart;
      } else {
        // Not a valid position keyword, treat whole thing as tag
        tag = tagAndPosition;
      }
    } else {
      tag = tagAndPosition;
    }

    if (!tag) {
      throw new Error(`Invalid segment pattern: ${part}`);
    }

    segment.tag = tag;
    if (namespace) {
      segment.namespace = namespace;
    }

    // Step 4: Parse attributes
    if (bracketContent) {
      if (bracketContent.includes('=')) {
        const eqIndex = bracketContent.indexOf('=');
        segment.attrName = bracketContent.substring(0, eqIndex).trim();
        segment.attrValue = bracketContent.substring(eqIndex + 1).trim();
      } else {
        segment.attrName = bracketContent.trim();
      }
    }

    // Step 5: Parse position selector
    if (positionMatch) {
      const nthMatch = positionMatch.match(/^nth\((\d+)\)$/);
      if (nthMatch) {
        segment.position = 'nth';
        segment.positionValue = parseInt(nthMatch[1], 10);
      } else {
        segment.position = positionMatch;
      }
    }

    return segment;
  }

  /**
   * Get the number of segments
   * @returns {number}
   */
  get length() {
    return this.segments.length;
  }

  /**
   * Check if expression contains deep wildcard
   * @returns {boolean}
   */
  hasDeepWildcard() {
    return this._hasDeepWildcard;
  }

  /**
   * Check if expression has attribute conditions
   * @returns {boolean}
   */
  hasAttributeCondition() {
    return this._hasAttributeCondition;
  }

  /**
   * Check if expression has position selectors
   * @returns {boolean}
   */
  hasPositionSelector() {
    return this._hasPositionSelector;
  }

  /**
   * Get string representation
   * @returns {string}
   */
  toString() {
    return this.pattern;
  }
}
;// CONCATENATED MODULE: ./node_modules/path-expression-matcher/src/Matcher.js


/**
 * MatcherView - A lightweight read-only view over a Matcher's internal state.
 *
 * Created once by Matcher and reused across all callbacks. Holds a direct
 * reference to the parent Matcher so it always reflects current parser state
 * with zero copying or freezing overhead.
 *
 * Users receive this via {@link Matcher#readOnly} or directly from parser
 * callbacks. It exposes all query and matching methods but has no mutation
 * methods — misuse is caught at the TypeScript level rather than at runtime.
 *
 * @example
 * const matcher = new Matcher();
 * const view = matcher.readOnly();
 *
 * matcher.push("root", {});
 * view.getCurrentTag(); // "root"
 * view.getDepth();      // 1
 */
class MatcherView {
  /**
   * @param {Matcher} matcher - The parent Matcher instance to read from.
   */
  constructor(matcher) {
    this._matcher = matcher;
  }

  /**
   * Get the path separator used by the parent matcher.
   * @returns {string}
   */
  get separator() {
    return this._matcher.separator;
  }

  /**
   * Get current tag name.
   * @returns {string|undefined}
   */
  getCurrentTag() {
    const path = this._matcher.path;
    return path.length > 0 ? path[path.length - 1].tag : undefined;
  }

  /**
   * Get current namespace.
   * @returns {string|undefined}
   */
  getCurrentNamespace() {
    const path = this._matcher.path;
    return path.length > 0 ? path[path.length - 1].namespace : undefined;
  }

  /**
   * Get current node's attribute value.
   * @param {string} attrName
   * @returns {*}
   */
  getAttrValue(attrName) {
    const path = this._matcher.path;
    if (path.length === 0) return undefined;
    return path[path.length - 1].values?.[attrName];
  }

  /**
   * Check if current node has an attribute.
   * @param {string} attrName
   * @returns {boolean}
   */
  hasAttr(attrName) {
    const path = this._matcher.path;
    if (path.length === 0) return false;
    const current = path[path.length - 1];
    return current.values !== undefined && attrName in current.values;
  }

  /**
   * Get the value of a "kept" attribute from the nearest ancestor (or
   * current node) that declared it via `push(tag, attrs, ns, { keep: [...] })`.
   * @param {string} attrName
   * @returns {*}
   */
  getAnyParentAttr(attrName) {
    return this._matcher.getAnyParentAttr(attrName);
  }

  /**
   * Check whether any ancestor (or the current node) kept the given
   * attribute via `push(tag, attrs, ns, { keep: [...] })`.
   * @param {string} attrName
   * @returns {boolean}
   */
  hasAnyParentAttr(attrName) {
    return this._matcher.hasAnyParentAttr(attrName);
  }

  /**
   * Get current node's sibling position (child index in parent).
   * @returns {number}
   */
  getPosition() {
    const path = this._matcher.path;
    if (path.length === 0) return -1;
    return path[path.length - 1].position ?? 0;
  }

  /**
   * Get current node's repeat counter (occurrence count of this tag name).
   * @returns {number}
   */
  getCounter() {
    const path = this._matcher.path;
    if (path.length === 0) return -1;
    return path[path.length - 1].counter ?? 0;
  }

  /**
   * Get current node's sibling index (alias for getPosition).
   * @returns {number}
   * @deprecated Use getPosition() or getCounter() instead
   */
  getIndex() {
    return this.getPosition();
  }

  /**
   * Get current path depth.
   * @returns {number}
   */
  getDepth() {
    return this._matcher.path.length;
  }

  /**
   * Get path as string.
   * @param {string} [separator] - Optional separator (uses default if not provided)
   * @param {boolean} [includeNamespace=true]
   * @returns {string}
   */
  toString(separator, includeNamespace = true) {
    return this._matcher.toString(separator, includeNamespace);
  }

  /**
   * Get path as array of tag names.
   * @returns {string[]}
   */
  toArray() {
    return this._matcher.path.map(n => n.tag);
  }

  /**
   * Match current path against an Expression.
   * @param {Expression} expression
   * @returns {boolean}
   */
  matches(expression) {
    return this._matcher.matches(expression);
  }

  /**
   * Match any expression in the given set against the current path.
   * @param {ExpressionSet} exprSet
   * @returns {boolean}
   */
  matchesAny(exprSet) {
    return exprSet.matchesAny(this._matcher);
  }
}

/**
 * Matcher - Tracks current path in XML/JSON tree and matches against Expressions.
 *
 * The matcher maintains a stack of nodes representing the current path from root to
 * current tag. It only stores attribute values for the current (top) node to minimize
 * memory usage. Sibling tracking is used to auto-calculate position and counter.
 *
 * Use {@link Matcher#readOnly} to obtain a {@link MatcherView} safe to pass to
 * user callbacks — it always reflects current state with no Proxy overhead.
 *
 * @example
 * const matcher = new Matcher();
 * matcher.push("root", {});
 * matcher.push("users", {});
 * matcher.push("user", { id: "123", type: "admin" });
 *
 * const expr = new Expression("root.users.user");
 * matcher.matches(expr); // true
 */
class Matcher {
  /**
   * Create a new Matcher.
   * @param {Object} [options={}]
   * @param {string} [options.separator='.'] - Default path separator
   */
  constructor(options = {}) {
    this.separator = options.separator || '.';
    this.path = [];
    this.siblingStacks = [];
    // Each path node: { tag, values, position, counter, namespace? }
    // values only present for current (last) node
    // Each siblingStacks entry: Map<tagName, count> tracking occurrences at each level
    this._pathStringCache = null;
    this._view = new MatcherView(this);

    // Kept-attribute stack: only populated when push() is called with options.keep.
    this._keptAttrs = [];
  }

  /**
   * Push a new tag onto the path.
   * @param {string} tagName
   * @param {Object|null} [attrValues=null]
   * @param {string|null} [namespace=null]
   * @param {Object|null} [options=null]
   * @param {string[]} [options.keep] - Names of attributes (from attrValues)
   */
  push(tagName, attrValues = null, namespace = null, options = null) {
    this._pathStringCache = null;

    // Remove values from previous current node (now becoming ancestor)
    if (this.path.length > 0) {
      this.path[this.path.length - 1].values = undefined;
    }

    // Get or create sibling tracking for current level
    const currentLevel = this.path.length;
    let level = this.siblingStacks[currentLevel];
    if (!level) {
      // `counts` tells same-name siblings apart (the "counter" — nth <item>
      // among other <item>s). `total` is every child seen at this level so
      // far, kept as a running number instead of re-added from `counts` on
      // every push — a parent with many differently-named children would
      // otherwise cost more per child the more distinct names it has.
      level = { counts: new Map(), total: 0 };
      this.siblingStacks[currentLevel] = level;
    }

    // Create a unique key for sibling tracking that includes namespace
    const siblingKey = namespace ? `${namespace}:${tagName}` : tagName;

    // Calculate counter (how many times this tag appeared at this level)
    const counter = level.counts.get(siblingKey) || 0;

    // Position = total children at this level seen before this one.
    const position = level.total;

    // Update sibling count for this tag, and the level's running total.
    level.counts.set(siblingKey, counter + 1);
    level.total++;

    // Create new node
    const node = {
      tag: tagName,
      position: position,
      counter: counter
    };

    if (namespace !== null && namespace !== undefined) {
      node.namespace = namespace;
    }

    if (attrValues !== null && attrValues !== undefined) {
      node.values = attrValues;
    }

    this.path.push(node);

    // Depth of the node we just pushed (1-based, matches this.path.length)
    const depth = this.path.length;

    // Copy only the requested attributes into the kept-attrs stack. This is
    // the one part of push() whose cost scales with input (O(keep.length))
    // rather than being O(1) — by design, since the caller is explicitly
    // opting in for specific attribute names. No options/keep => zero added
    // cost beyond the two property reads below.
    const keep = options !== null ? options.keep : null;
    if (keep !== null && keep !== undefined && keep.length > 0 && attrValues) {
      for (let i = 0; i < keep.length; i++) {
        const name = keep[i];
        if (attrValues[name] !== undefined) {
          this._keptAttrs.push({ depth, name, value: attrValues[name] });
        }
      }
    }
  }

  /**
   * Pop the last tag from the path.
   * @returns {Object|undefined} The popped node
   */
  pop() {
    if (this.path.length === 0) return undefined;
    this._pathStringCache = null;

    const node = this.path.pop();

    if (this.siblingStacks.length > this.path.length + 1) {
      this.siblingStacks.length = this.path.length + 1;
    }

    // Drop any kept attributes that belonged to the popped node (or deeper).
    // _keptAttrs is depth-ordered (push only ever appends increasing depths),
    // so this is a backward scan that stops at the first surviving entry —
    // typically O(1) since kept attrs are rare by design.
    const poppedDepth = this.path.length + 1;
    while (
      this._keptAttrs.length > 0 &&
      this._keptAttrs[this._keptAttrs.length - 1].depth >= poppedDepth
    ) {
      this._keptAttrs.pop();
    }

    return node;
  }

  /**
   * Update current node's attribute values.
   * Useful when attributes are parsed after push.
   * @param {Object} attrValues
   */
  updateCurrent(attrValues) {
    if (this.path.length > 0) {
      const current = this.path[this.path.length - 1];
      if (attrValues !== null && attrValues !== undefined) {
        current.values = attrValues;
      }
    }
  }

  /**
   * Get current tag name.
   * @returns {string|undefined}
   */
  getCurrentTag() {
    return this.path.length > 0 ? this.path[this.path.length - 1].tag : undefined;
  }

  /**
   * Get current namespace.
   * @returns {string|undefined}
   */
  getCurrentNamespace() {
    return this.path.length > 0 ? this.path[this.path.length - 1].namespace : undefined;
  }

  /**
   * Get current node's attribute value.
   * @param {string} attrName
   * @returns {*}
   */
  getAttrValue(attrName) {
    if (this.path.length === 0) return undefined;
    return this.path[this.path.length - 1].values?.[attrName];
  }

  /**
   * Check if current node has an attribute.
   * @param {string} attrName
   * @returns {boolean}
   */
  hasAttr(attrName) {
    if (this.path.length === 0) return false;
    const current = this.path[this.path.length - 1];
    return current.values !== undefined && attrName in current.values;
  }

  /**
   * Get the value of a "kept" attribute from the nearest ancestor (or
   * current node) that declared it via `push(tag, attrs, ns, { keep: [...] })`.
   * Unlike getAttrValue(), this works regardless of how deep the path has
   * gone since the attribute was pushed — but only for attribute names that
   * were explicitly marked with `keep` at push time. Cost is proportional to
   * the number of currently-kept attributes (typically 0-3), not path depth.
   * @param {string} attrName
   * @returns {*} the value, or undefined if no ancestor kept this attribute
   */
  getAnyParentAttr(attrName) {
    const kept = this._keptAttrs;
    for (let i = kept.length - 1; i >= 0; i--) {
      if (kept[i].name === attrName) return kept[i].value;
    }
    return undefined;
  }

  /**
   * Check whether any ancestor (or the current node) kept the given
   * attribute via `push(tag, attrs, ns, { keep: [...] })`.
   * @param {string} attrName
   * @returns {boolean}
   */
  hasAnyParentAttr(attrName) {
    const kept = this._keptAttrs;
    for (let i = kept.length - 1; i >= 0; i--) {
      if (kept[i].name === attrName) return true;
    }
    return false;
  }

  /**
   * Get current node's sibling position (child index in parent).
   * @returns {number}
   */
  getPosition() {
    if (this.path.length === 0) return -1;
    return this.path[this.path.length - 1].position ?? 0;
  }

  /**
   * Get current node's repeat counter (occurrence count of this tag name).
   * @returns {number}
   */
  getCounter() {
    if (this.path.length === 0) return -1;
    return this.path[this.path.length - 1].counter ?? 0;
  }

  /**
   * Get current node's sibling index (alias for getPosition).
   * @returns {number}
   * @deprecated Use getPosition() or getCounter() instead
   */
  getIndex() {
    return this.getPosition();
  }

  /**
   * Get current path depth.
   * @returns {number}
   */
  getDepth() {
    return this.path.length;
  }

  /**
   * Get path as string.
   * @param {string} [separator] - Optional separator (uses default if not provided)
   * @param {boolean} [includeNamespace=true]
   * @returns {string}
   */
  toString(separator, includeNamespace = true) {
    const sep = separator || this.separator;
    const isDefault = (sep === this.separator && includeNamespace === true);

    if (isDefault) {
      if (this._pathStringCache !== null) {
        return this._pathStringCache;
      }
      const result = this.path.map(n =>
        (n.namespace) ? `${n.namespace}:${n.tag}` : n.tag
      ).join(sep);
      this._pathStringCache = result;
      return result;
    }

    return this.path.map(n =>
      (includeNamespace && n.namespace) ? `${n.namespace}:${n.tag}` : n.tag
    ).join(sep);
  }

  /**
   * Get path as array of tag names.
   * @returns {string[]}
   */
  toArray() {
    return this.path.map(n => n.tag);
  }

  /**
   * Reset the path to empty.
   */
  reset() {
    this._pathStringCache = null;
    this.path = [];
    this.siblingStacks = [];
    this._keptAttrs = [];
  }

  /**
   * Match current path against an Expression.
   * @param {Expression} expression
   * @returns {boolean}
   */
  matches(expression) {
    const segments = expression.segments;

    if (segments.length === 0) {
      return false;
    }

    if (expression.hasDeepWildcard()) {
      return this._matchWithDeepWildcard(segments);
    }

    return this._matchSimple(segments);
  }

  /**
   * @private
   */
  _matchSimple(segments) {
    if (this.path.length !== segments.length) {
      return false;
    }

    for (let i = 0; i < segments.length; i++) {
      if (!this._matchSegment(segments[i], this.path[i], i === this.path.length - 1)) {
        return false;
      }
    }

    return true;
  }

  /**
   * @private
   */
  _matchWithDeepWildcard(segments) {
    let pathIdx = this.path.length - 1;
    let segIdx = segments.length - 1;

    while (segIdx >= 0 && pathIdx >= 0) {
      const segment = segments[segIdx];

      if (segment.type === 'deep-wildcard') {
        segIdx--;

        if (segIdx < 0) {
          return true;
        }

        const nextSeg = segments[segIdx];
        let found = false;

        for (let i = pathIdx; i >= 0; i--) {
          if (this._matchSegment(nextSeg, this.path[i], i === this.path.length - 1)) {
            pathIdx = i - 1;
            segIdx--;
            found = true;
            break;
          }
        }

        if (!found) {
          return false;
        }
      } else {
        if (!this._matchSegment(segment, this.path[pathIdx], pathIdx === this.path.length - 1)) {
          return false;
        }
        pathIdx--;
        segIdx--;
      }
    }

    return segIdx < 0;
  }

  /**
   * @private
   */
  _matchSegment(segment, node, isCurrentNode) {
    if (segment.tag !== '*' && segment.tag !== node.tag) {
      return false;
    }

    if (segment.namespace !== undefined) {
      if (segment.namespace !== '*' && segment.namespace !== node.namespace) {
        return false;
      }
    }

    if (segment.attrName !== undefined) {
      if (!isCurrentNode) {
        return false;
      }

      if (!node.values || !(segment.attrName in node.values)) {
        return false;
      }

      if (segment.attrValue !== undefined) {
        if (String(node.values[segment.attrName]) !== String(segment.attrValue)) {
          return false;
        }
      }
    }

    if (segment.position !== undefined) {
      if (!isCurrentNode) {
        return false;
      }

      const counter = node.counter ?? 0;

      if (segment.position === 'first' && counter !== 0) {
        return false;
      } else if (segment.position === 'odd' && counter % 2 !== 1) {
        return false;
      } else if (segment.position === 'even' && counter % 2 !== 0) {
        return false;
      } else if (segment.position === 'nth' && counter !== segment.positionValue) {
        return false;
      }
    }

    return true;
  }

  /**
   * Match any expression in the given set against the current path.
   * @param {ExpressionSet} exprSet
   * @returns {boolean}
   */
  matchesAny(exprSet) {
    return exprSet.matchesAny(this);
  }

  /**
   * Create a snapshot of current state.
   * @returns {Object}
   */
  snapshot() {
    return {
      path: this.path.map(node => ({ ...node })),
      siblingStacks: this.siblingStacks.map(level => level ? { counts: new Map(level.counts), total: level.total } : level),
      keptAttrs: this._keptAttrs.map(entry => ({ ...entry }))
    };
  }

  /**
   * Restore state from snapshot.
   * @param {Object} snapshot
   */
  restore(snapshot) {
    this._pathStringCache = null;
    this.path = snapshot.path.map(node => ({ ...node }));
    this.siblingStacks = snapshot.siblingStacks.map(level => level ? { counts: new Map(level.counts), total: level.total } : level);
    this._keptAttrs = (snapshot.keptAttrs || []).map(entry => ({ ...entry }));
  }

  /**
   * Return the read-only {@link MatcherView} for this matcher.
   *
   * The same instance is returned on every call — no allocation occurs.
   * It always reflects the current parser state and is safe to pass to
   * user callbacks without risk of accidental mutation.
   *
   * @returns {MatcherView}
   *
   * @example
   * const view = matcher.readOnly();
   * // pass view to callbacks — it stays in sync automatically
   * view.matches(expr);       // ✓
   * view.getCurrentTag();     // ✓
   * // view.push(...)         // ✗ method does not exist — caught by TypeScript
   */
  readOnly() {
    return this._view;
  }
}

;// CONCATENATED MODULE: ./node_modules/fast-xml-builder/src/util.js


// String(val)/val.toString() drop the sign of -0 (e.g. String(-0) === '0'), silently
// corrupting a round-tripped negative-zero value. XML has no separate int/float syntax,
// so this is the single place every raw value gets turned into text.
function valToStr(val) {
  return typeof val === 'number' && Object.is(val, -0) ? '-0' : String(val)
}

function safeComment(val) {
  return valToStr(val)
    .replace(/--/g, '- -')   // -- is illegal anywhere in comment content
    .replace(/--/g, '- -')   // handle the scenario when 2 consiucative dashes appears 
    .replace(/-$/, '- ');    // trailing - would form -- with the closing -->
}

function safeCdata(val) {
  return valToStr(val).replace(/\]\]>/g, ']]]]><![CDATA[>')
}

function escapeAttribute(val) {
  return valToStr(val).replace(/"/g, '&quot;').replace(/'/g, '&apos;')
}

/**
 * Resolve a tag or attribute name through sanitizeName if configured.
 * Validation via xml-naming's qName is performed first; the sanitizeName
 * callback is invoked only when the name is invalid. If sanitizeName is
 * false (default), no validation occurs and the name is used as-is.
 *
 * @param {string}  name        - raw name from the JS object
 * @param {boolean} isAttribute - true when resolving an attribute name
 * @param {object}  options
 * @param {Matcher} matcher     - current matcher state (readonly from callback perspective)
 * @param {function} qNameValidator - function to validate tag names
 */

function resolveName(name, isAttribute, options, matcher, validator) {
  if (!options.sanitizeName) return name;

  // Processing-instruction names: validate the part after the leading "?"
  const isPI = !isAttribute && name[0] === '?';
  const bare = isPI ? name.slice(1) : name;

  if (validator(bare)) return name;

  const result = options.sanitizeName(bare, { isAttribute, matcher: matcher.readOnly() });

  // Never trust the callback's output
  if (typeof result !== 'string' || !validator(result)) {
    throw new Error(`sanitizeName returned an invalid XML name for "${bare}"`);
  }
  return isPI ? '?' + result : result;
}
;// CONCATENATED MODULE: ./node_modules/xml-naming/src/index.js
/**
 * xml-naming
 * Validates XML Name productions as defined in the XML 1.0 and 1.1 specifications.
 * Covers: Name, NCName, QName, NMToken, NMTokens
 *
 * XML 1.0 spec: https://www.w3.org/TR/xml/#NT-Name
 * XML 1.1 spec: https://www.w3.org/TR/xml11/#NT-NameStartChar
 * XML NS spec:  https://www.w3.org/TR/xml-names/#NT-NCName
 */

// ---------------------------------------------------------------------------
// Character class strings — XML 1.0
//
// NameStartChar ::= ":" | [A-Z] | "_" | [a-z]
//   | [#xC0-#xD6]   | [#xD8-#xF6]   | [#xF8-#x2FF]
//   | [#x370-#x37D] | [#x37F-#x1FFF]    <- split to exclude #x0487
//   | [#x200C-#x200D]
//   | [#x2070-#x218F] | [#x2C00-#x2FEF]
//   | [#x3001-#xD7FF] | [#xF900-#xFDCF] | [#xFDF0-#xFFFD]
//
// NameChar ::= NameStartChar | "-" | "." | [0-9]
//   | #xB7 | [#x0300-#x036F] | [#x203F-#x2040]
//
// Note: \u0487 (Combining Cyrillic Millions Sign) was added in Unicode 4.0,
// after XML 1.0 was defined against Unicode 2.0. It falls inside the range
// \u037F-\u1FFF but must be excluded. We split that range into
// \u037F-\u0486 and \u0488-\u1FFF to exclude it explicitly.
// ---------------------------------------------------------------------------

const nameStartChar10 =
  ':A-Za-z_' +
  '\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u02FF' +
  '\u0370-\u037D' +
  '\u037F-\u0486\u0488-\u1FFF' +  // split to exclude \u0487
  '\u200C-\u200D' +
  '\u2070-\u218F' +
  '\u2C00-\u2FEF' +
  '\u3001-\uD7FF' +
  '\uF900-\uFDCF' +
  '\uFDF0-\uFFFD';

const nameChar10 =
  nameStartChar10 +
  '\\-\\.\\d' +
  '\u00B7' +
  '\u0300-\u036F' +
  '\u203F-\u2040';

// ---------------------------------------------------------------------------
// Character class strings — XML 1.1
//
// Differences from XML 1.0:
//
// NameStartChar:
//   1.0 has split ranges: \u00C0-\u00D6, \u00D8-\u00F6, \u00F8-\u02FF
//   1.1 merges them into: \u00C0-\u02FF
//   (\u00D7 x and \u00F7 / are division symbols, excluded in both versions)
//
//   1.0 tops out at \uFFFD (BMP only)
//   1.1 adds \u{10000}-\u{EFFFF} (supplementary planes)
//   These require the /u flag on the RegExp — see buildRegexes below.
//
// NameChar:
//   1.1 adds \u0487 (Combining Cyrillic Millions Sign, added in Unicode 4.0)
// ---------------------------------------------------------------------------

const nameStartChar11 =
  ':A-Za-z_' +
  '\u00C0-\u02FF' +                    // merged — 1.0 had three split ranges here
  '\u0370-\u037D' +
  '\u037F-\u0486\u0488-\u1FFF' +       // split to exclude \u0487 (combining mark, never a NameStartChar)
  '\u200C-\u200D' +
  '\u2070-\u218F' +
  '\u2C00-\u2FEF' +
  '\u3001-\uD7FF' +
  '\uF900-\uFDCF' +
  '\uFDF0-\uFFFD' +
  '\u{10000}-\u{EFFFF}';     // supplementary planes — REQUIRES /u flag on RegExp

const nameChar11 =
  nameStartChar11 +
  '\\-\\.\\d' +
  '\u00B7' +
  '\u0300-\u036F' +
  '\u0487' +                 // Combining Cyrillic Millions Sign — valid in 1.1, not 1.0
  '\u203F-\u2040';

// ---------------------------------------------------------------------------
// Regex builders
//
// XML 1.0 regexes: no flags — BMP only, standard JS regex behaviour.
// XML 1.1 regexes: /u flag — required for \u{10000}-\u{EFFFF} to match actual
//   supplementary code points rather than lone surrogates (which are illegal XML).
// ---------------------------------------------------------------------------

const buildRegexes = (startChar, char, flags = '') => {
  const ncStart = startChar.replace(':', '');
  const ncChar = char.replace(':', '');
  const ncNamePat = `[${ncStart}][${ncChar}]*`;

  return {
    name: new RegExp(`^[${startChar}][${char}]*$`, flags),
    ncName: new RegExp(`^${ncNamePat}$`, flags),
    qName: new RegExp(`^${ncNamePat}(?::${ncNamePat})?$`, flags),
    nmToken: new RegExp(`^[${char}]+$`, flags),
    nmTokens: new RegExp(`^[${char}]+(?:\\s+[${char}]+)*$`, flags),
  };
};

const regexes10 = buildRegexes(nameStartChar10, nameChar10);       // no /u — BMP only
const regexes11 = buildRegexes(nameStartChar11, nameChar11, 'u');  // /u — enables \u{10000}-\u{EFFFF}

// ---------------------------------------------------------------------------
// ASCII-only fast path (opt-in, off by default)
//
// The XML 1.0 vs 1.1 NameStartChar/NameChar productions differ *only* in
// their non-ASCII ranges (merged vs split Latin-1 ranges, \u0487, and
// supplementary planes). Restricted to ASCII, both versions collapse to the
// same character classes, so a single regex pair covers both xmlVersion
// values — no /u flag needed.
//
// Rationale: unicode-aware regexes (the /u flag, required for XML 1.1's
// supplementary-plane range) are measurably slower in V8 than plain
// non-unicode regexes on the same input, even when the input is pure ASCII.
// For the common case — HTML/SVG ids, XML tags — names are ASCII, so callers
// who know this can opt in to skip the unicode-aware matching path entirely.
// This is a real but *conditional* win: mainly for XML 1.1 input (avoids /u),
// or at scale where the larger unicode character classes add engine
// overhead. It also changes behaviour (rejects legitimate non-ASCII XML
// 1.0/1.1 names), so it must never be silently enabled — hence off by
// default.
// ---------------------------------------------------------------------------

const nameStartCharAscii = ':A-Za-z_';
const nameCharAscii = nameStartCharAscii + '\\-\\.\\d';

const regexesAscii = buildRegexes(nameStartCharAscii, nameCharAscii); // no /u — ASCII only

const getRegexes = (xmlVersion = '1.0', asciiOnly = false) => {
  if (asciiOnly) return regexesAscii;
  return xmlVersion === '1.1' ? regexes11 : regexes10;
};

// ---------------------------------------------------------------------------
// Boolean validators
// ---------------------------------------------------------------------------

/**
 * Returns true if the string is a valid XML Name.
 * Colons are allowed anywhere (Name production).
 * Used for: DOCTYPE entity names, notation names, DTD element declarations.
 *
 * @param {{ xmlVersion?: '1.0'|'1.1', asciiOnly?: boolean }} [opts]
 *   asciiOnly: skip unicode-aware matching, ASCII names only (default false).
 */
const src_name = (str, { xmlVersion = '1.0', asciiOnly = false } = {}) =>
  getRegexes(xmlVersion, asciiOnly).name.test(str);

/**
 * Returns true if the string is a valid NCName (Non-Colonized Name).
 * Colons are not permitted.
 * Used for: namespace prefixes, local names, SVG id attributes.
 *
 * @param {{ xmlVersion?: '1.0'|'1.1', asciiOnly?: boolean }} [opts]
 *   asciiOnly: skip unicode-aware matching, ASCII names only (default false).
 */
const ncName = (str, { xmlVersion = '1.0', asciiOnly = false } = {}) =>
  getRegexes(xmlVersion, asciiOnly).ncName.test(str);

/**
 * Returns true if the string is a valid QName (Qualified Name).
 * Allows exactly one colon as a prefix separator: prefix:localName.
 * Used for: element and attribute names in namespace-aware XML/SVG.
 *
 * @param {{ xmlVersion?: '1.0'|'1.1', asciiOnly?: boolean }} [opts]
 *   asciiOnly: skip unicode-aware matching, ASCII names only (default false).
 */
const qName = (str, { xmlVersion = '1.0', asciiOnly = false } = {}) =>
  getRegexes(xmlVersion, asciiOnly).qName.test(str);

/**
 * Returns true if the string is a valid NMToken.
 * Like Name but no restriction on the first character.
 * Used for: DTD NMTOKEN attribute values.
 *
 * @param {{ xmlVersion?: '1.0'|'1.1', asciiOnly?: boolean }} [opts]
 *   asciiOnly: skip unicode-aware matching, ASCII names only (default false).
 */
const nmToken = (str, { xmlVersion = '1.0', asciiOnly = false } = {}) =>
  getRegexes(xmlVersion, asciiOnly).nmToken.test(str);

/**
 * Returns true if the string is a valid NMTokens value.
 * A whitespace-separated list of NMToken values.
 * Used for: DTD NMTOKENS attribute values.
 *
 * @param {{ xmlVersion?: '1.0'|'1.1', asciiOnly?: boolean }} [opts]
 *   asciiOnly: skip unicode-aware matching, ASCII names only (default false).
 */
const nmTokens = (str, { xmlVersion = '1.0', asciiOnly = false } = {}) =>
  getRegexes(xmlVersion, asciiOnly).nmTokens.test(str);

// ---------------------------------------------------------------------------
// Memoized validator factory
//
// Real documents reuse a small vocabulary of tag/attribute names across many
// siblings (e.g. `id`, `class`, `href` repeated across hundreds of elements).
// The plain boolean validators above re-run the regex on every call
// regardless of repeats. `createValidator` returns a closure with a private
// string -> boolean cache, so repeated names after the first become O(1)
// lookups instead of regex tests.
//
// - opts (xmlVersion, asciiOnly) are fixed at creation time, so the regex is
//   resolved once, not on every call.
// - The cache is private to the returned closure — no shared/global state,
//   no cross-caller pollution.
// - `maxCacheSize` bounds memory: once the cache reaches this many entries,
//   it stops accepting new ones (existing entries keep serving hits; new
//   misses just fall through to the regex, uncached). This avoids unbounded
//   growth against adversarial/high-cardinality input (e.g. validating
//   attacker-supplied names with no repeats) without the cost/complexity of
//   a full LRU, and without the perf cliff of reset-and-refill thrashing.
// - Call `.reset()` on the returned function to clear the cache manually
//   (e.g. between unrelated parse calls).
// ---------------------------------------------------------------------------

const PRODUCTIONS = ['name', 'ncName', 'qName', 'nmToken', 'nmTokens'];

/**
 * Returns a memoized boolean validator function for a single production,
 * with opts fixed at creation time.
 *
 * @param {'name'|'ncName'|'qName'|'nmToken'|'nmTokens'} production
 * @param {{ xmlVersion?: '1.0'|'1.1', asciiOnly?: boolean, maxCacheSize?: number }} [opts]
 *   maxCacheSize: max number of distinct strings to cache (default 2048).
 *   Once reached, new strings are validated but not cached; existing cached
 *   entries keep being served.
 * @returns {((str: string) => boolean) & { reset: () => void }}
 */
const createValidator = (production, { xmlVersion = '1.0', asciiOnly = false, maxCacheSize = 2048 } = {}) => {
  if (!PRODUCTIONS.includes(production)) {
    throw new TypeError(
      `Unknown production "${production}". Must be one of: ${PRODUCTIONS.join(', ')}`
    );
  }

  const regex = getRegexes(xmlVersion, asciiOnly)[production];
  let cache = new Map();

  const validator = (str) => {
    const cached = cache.get(str);
    if (cached !== undefined) return cached;

    const result = regex.test(str);
    if (cache.size < maxCacheSize) cache.set(str, result);
    return result;
  };

  validator.reset = () => { cache = new Map(); };

  return validator;
};

// ---------------------------------------------------------------------------
// Diagnostic validator
// ---------------------------------------------------------------------------

/**
 * Validates a string against a named production and returns a detailed result.
 *
 * @param {string} str
 * @param {'name'|'ncName'|'qName'|'nmToken'|'nmTokens'} production
 * @param {{ xmlVersion?: '1.0'|'1.1', asciiOnly?: boolean }} [opts]
 * @returns {{ valid: boolean, production: string, input: string, reason?: string, position?: number }}
 */
const validate = (str, production, { xmlVersion = '1.0', asciiOnly = false } = {}) => {
  if (!PRODUCTIONS.includes(production)) {
    throw new TypeError(
      `Unknown production "${production}". Must be one of: ${PRODUCTIONS.join(', ')}`
    );
  }

  const validators = { name: src_name, ncName, qName, nmToken, nmTokens };
  const isValid = validators[production](str, { xmlVersion, asciiOnly });

  if (isValid) return { valid: true, production, input: str };

  let reason = 'Does not match the production rules';
  let position;

  // Diagnostic fallback char checks must mirror the same character set the
  // boolean validator above used, or the reported reason/position could
  // contradict the `valid: false` result (e.g. flagging a char as illegal
  // that the unicode-aware check would have accepted).
  const startCharPattern = asciiOnly ? /^[:A-Za-z_]/ : /^[:A-Za-z_\u00C0-\uFFFD]/;
  const namePattern = asciiOnly ? /[\w\-\\.:]/ : /[\w\-\\.:\u00B7\u00C0-\uFFFD]/;

  if (str.length === 0) {
    reason = 'Input is empty';
  } else if (production === 'ncName' && str.includes(':')) {
    position = str.indexOf(':');
    reason = 'Colon is not allowed in NCName';
  } else if (production === 'qName' && str.startsWith(':')) {
    reason = 'QName cannot start with a colon';
    position = 0;
  } else if (production === 'qName' && str.endsWith(':')) {
    reason = 'QName cannot end with a colon';
    position = str.length - 1;
  } else if (production === 'qName' && (str.match(/:/g) || []).length > 1) {
    reason = 'QName can have at most one colon';
    position = str.lastIndexOf(':');
  } else if (
    ['name', 'ncName', 'qName'].includes(production) &&
    !startCharPattern.test(str[0])
  ) {
    reason = `First character "${str[0]}" is not a valid NameStartChar`;
    position = 0;
  } else {
    for (let i = 0; i < str.length; i++) {
      if (!namePattern.test(str[i])) {
        reason = `Character "${str[i]}" at position ${i} is not a valid NameChar`;
        position = i;
        break;
      }
    }
  }

  return { valid: false, production, input: str, reason, position };
};

// ---------------------------------------------------------------------------
// Batch validator
// ---------------------------------------------------------------------------

/**
 * Validates an array of strings against a named production.
 *
 * @param {string[]} strings
 * @param {'name'|'ncName'|'qName'|'nmToken'|'nmTokens'} production
 * @param {{ xmlVersion?: '1.0'|'1.1', asciiOnly?: boolean }} [opts]
 * @returns {Array<{ valid: boolean, production: string, input: string, reason?: string, position?: number }>}
 */
const validateAll = (strings, production, opts = {}) =>
  strings.map(str => validate(str, production, opts));

// ---------------------------------------------------------------------------
// Sanitizer
// ---------------------------------------------------------------------------

/**
 * Transforms an invalid string into the nearest valid XML name for the given production.
 *
 * @param {string} str
 * @param {'name'|'ncName'|'qName'|'nmToken'|'nmTokens'} production
 * @param {{ replacement?: string, asciiOnly?: boolean }} [opts]
 *   asciiOnly: also replace any non-ASCII character, not just XML-illegal
 *   ones (default false).
 * @returns {string}
 */
const src_sanitize = (str, production = 'name', { replacement = '_', asciiOnly = false } = {}) => {
  if (!str) return replacement;

  let result = str;

  // Strip colons for NCName
  if (production === 'ncName') {
    result = result.replace(/:/g, '');
  }

  // Replace illegal characters
  const allowedCharPattern = asciiOnly ? /[^\w\-\.:]/g : /[^\w\-\.:\u00B7\u00C0-\uFFFD]/g;
  result = result.replace(allowedCharPattern, replacement);

  // Fix invalid start character for Name / NCName / QName
  if (production !== 'nmToken' && production !== 'nmTokens') {
    if (/^[\-\.\d]/.test(result)) {
      result = replacement + result;
    }
  }

  return result || replacement;
};
;// CONCATENATED MODULE: ./node_modules/fast-xml-builder/src/orderedJs2Xml.js




const EOL = "\n";

/**
 * Detect XML version from the first element of the ordered array input.
 * The first element must be a ?xml processing instruction with a version attribute.
 * Returns '1.0' if not found.
 *
 * @param {array}  jArray
 * @param {object} options
 */
function detectXmlVersionFromArray(jArray, options) {
    if (!Array.isArray(jArray) || jArray.length === 0) return '1.0';
    const first = jArray[0];
    const firstKey = propName(first);
    if (firstKey === '?xml') {
        const attrs = first[':@'];
        if (attrs) {
            const versionKey = options.attributeNamePrefix + 'version';
            if (attrs[versionKey]) return attrs[versionKey];
        }
    }
    return '1.0';
}

/**
 * @param {array} jArray
 * @param {any} options
 * @returns
 */
function toXml(jArray, options) {
    let indentation = "";
    if (options.format) {
        indentation = EOL;
    }

    // Pre-compile stopNode expressions for pattern matching
    const stopNodeExpressions = [];
    if (options.stopNodes && Array.isArray(options.stopNodes)) {
        for (let i = 0; i < options.stopNodes.length; i++) {
            const node = options.stopNodes[i];
            if (typeof node === 'string') {
                stopNodeExpressions.push(new Expression(node));
            } else if (node instanceof Expression) {
                stopNodeExpressions.push(node);
            }
        }
    }

    // Detect XML version for use in name validation
    const xmlVersion = detectXmlVersionFromArray(jArray, options);
    const qNameValidator = createValidator('qName', { xmlVersion });
    // Initialize matcher for path tracking
    const matcher = new Matcher();

    return arrToStr(jArray, options, indentation, matcher, stopNodeExpressions, qNameValidator);
}

function arrToStr(arr, options, indentation, matcher, stopNodeExpressions, qNameValidator) {
    let xmlStr = "";
    let isPreviousElementTag = false;

    if (options.maxNestedTags && matcher.getDepth() > options.maxNestedTags) {
        throw new Error("Maximum nested tags exceeded");
    }

    if (!Array.isArray(arr)) {
        // Non-array values (e.g. string tag values) should be treated as text content
        if (arr !== undefined && arr !== null) {
            let text = valToStr(arr);
            text = replaceEntitiesValue(text, options);
            return text;
        }
        return "";
    }

    for (let i = 0; i < arr.length; i++) {
        const tagObj = arr[i];
        const rawTagName = propName(tagObj);
        if (rawTagName === undefined) continue;

        // Special names are exempt from sanitizeName: internal conventions and PI tags
        // are not user-supplied XML element names.
        const isSpecialName = rawTagName === options.textNodeName
            || rawTagName === options.cdataPropName
            || rawTagName === options.commentPropName;
        //|| rawTagName[0] === '?';

        // Resolve tag name (may transform it; may throw for invalid names)
        const tagName = isSpecialName
            ? rawTagName
            : resolveName(rawTagName, false, options, matcher, qNameValidator);

        // Extract attributes from ":@" property
        const attrValues = extractAttributeValues(tagObj[":@"], options);

        // Push resolved tag to matcher WITH attributes
        matcher.push(tagName, attrValues);

        // Check if this is a stop node using Expression matching
        const isStopNode = checkStopNode(matcher, stopNodeExpressions);

        if (tagName === options.textNodeName) {
            let tagText = tagObj[rawTagName];
            if (!isStopNode) {
                tagText = options.tagValueProcessor(tagName, tagText);
                tagText = replaceEntitiesValue(tagText, options);
            }
            tagText = valToStr(tagText);
            if (isPreviousElementTag) {
                xmlStr += indentation;
            }
            xmlStr += tagText;
            isPreviousElementTag = false;
            matcher.pop();
            continue;
        } else if (tagName === options.cdataPropName) {
            if (isPreviousElementTag) {
                xmlStr += indentation;
            }
            const val = tagObj[rawTagName][0][options.textNodeName];
            const safeVal = safeCdata(val);
            xmlStr += `<![CDATA[${safeVal}]]>`;
            isPreviousElementTag = false;
            matcher.pop();
            continue;
        } else if (tagName === options.commentPropName) {
            const val = tagObj[rawTagName][0][options.textNodeName];
            const safeVal = safeComment(val);
            xmlStr += indentation + `<!--${safeVal}-->`;
            isPreviousElementTag = true;
            matcher.pop();
            continue;
        } else if (tagName[0] === "?") {
            const attStr = attr_to_str(tagObj[":@"], options, isStopNode, matcher, qNameValidator);
            const tempInd = tagName === "?xml" ? "" : indentation;
            // Text node content on PI/XML declaration tags is intentionally ignored.
            // Only attributes are valid on these tags per the XML spec.
            xmlStr += tempInd + `<${tagName}${attStr}?>`;
            isPreviousElementTag = true;
            matcher.pop();
            continue;
        }

        let newIdentation = indentation;
        if (newIdentation !== "") {
            newIdentation += options.indentBy;
        }

        // Pass isStopNode to attr_to_str so attributes are also not processed for stopNodes
        const attStr = attr_to_str(tagObj[":@"], options, isStopNode, matcher, qNameValidator);
        const tagStart = indentation + `<${tagName}${attStr}`;

        // If this is a stopNode, get raw content without processing
        let tagValue;
        if (isStopNode) {
            tagValue = getRawContent(tagObj[rawTagName], options, matcher.getDepth());
        } else {
            tagValue = arrToStr(tagObj[rawTagName], options, newIdentation, matcher, stopNodeExpressions, qNameValidator);
        }

        if (options.unpairedTags.indexOf(tagName) !== -1) {
            if (options.suppressUnpairedNode) xmlStr += tagStart + ">";
            else xmlStr += tagStart + "/>";
        } else if ((!tagValue || tagValue.length === 0) && options.suppressEmptyNode) {
            xmlStr += tagStart + "/>";
        } else if (tagValue && tagValue.endsWith(">")) {
            xmlStr += tagStart + `>${tagValue}${indentation}</${tagName}>`;
        } else {
            xmlStr += tagStart + ">";
            if (tagValue && indentation !== "" && (tagValue.includes("/>") || tagValue.includes("</"))) {
                xmlStr += indentation + options.indentBy + tagValue + indentation;
            } else {
                xmlStr += tagValue;
            }
            xmlStr += `</${tagName}>`;
        }
        isPreviousElementTag = true;

        // Pop tag from matcher
        matcher.pop();
    }

    return xmlStr;
}

/**
 * Extract attribute values from the ":@" object and return as plain object
 * for passing to matcher.push()
 */
function extractAttributeValues(attrMap, options) {
    if (!attrMap || options.ignoreAttributes) return null;

    const attrValues = {};
    let hasAttrs = false;

    for (let attr in attrMap) {
        if (!Object.prototype.hasOwnProperty.call(attrMap, attr)) continue;
        // Remove the attribute prefix to get clean attribute name
        const cleanAttrName = attr.startsWith(options.attributeNamePrefix)
            ? attr.substr(options.attributeNamePrefix.length)
            : attr;
        attrValues[cleanAttrName] = escapeAttribute(attrMap[attr]);
        hasAttrs = true;
    }

    return hasAttrs ? attrValues : null;
}

/**
 * Extract raw content from a stopNode without any processing
 * This preserves the content exactly as-is, including special characters
 */
function getRawContent(arr, options, depth = 0) {
    if (options.maxNestedTags && depth > options.maxNestedTags) {
        throw new Error("Maximum nested tags exceeded");
    }
    if (!Array.isArray(arr)) {
        // Non-array values return as-is
        if (arr !== undefined && arr !== null) {
            return valToStr(arr);
        }
        return "";
    }

    let content = "";
    for (let i = 0; i < arr.length; i++) {
        const item = arr[i];
        const tagName = propName(item);

        if (tagName === options.textNodeName) {
            // Raw text content - NO processing, NO entity replacement
            content += valToStr(item[tagName]);
        } else if (tagName === options.cdataPropName) {
            // CDATA content
            content += item[tagName][0][options.textNodeName];
        } else if (tagName === options.commentPropName) {
            // Comment content
            content += item[tagName][0][options.textNodeName];
        } else if (tagName && tagName[0] === "?") {
            // Processing instruction - skip for stopNodes
            continue;
        } else if (tagName) {
            // Nested tags within stopNode — no sanitizeName, content is raw
            const attStr = attr_to_str_raw(item[":@"], options);
            const nestedContent = getRawContent(item[tagName], options, depth + 1);

            if (!nestedContent || nestedContent.length === 0) {
                content += `<${tagName}${attStr}/>`;
            } else {
                content += `<${tagName}${attStr}>${nestedContent}</${tagName}>`;
            }
        }
    }
    return content;
}

/**
 * Build attribute string for stopNodes - NO entity replacement
 */
function attr_to_str_raw(attrMap, options) {
    let attrStr = "";
    if (attrMap && !options.ignoreAttributes) {
        for (let attr in attrMap) {
            if (!Object.prototype.hasOwnProperty.call(attrMap, attr)) continue;
            // For stopNodes, use raw value without processing
            let attrVal = attrMap[attr];
            if (attrVal === true && options.suppressBooleanAttributes) {
                attrStr += ` ${attr.substr(options.attributeNamePrefix.length)}`;
            } else {
                attrStr += ` ${attr.substr(options.attributeNamePrefix.length)}="${escapeAttribute(attrVal)}"`;
            }
        }
    }
    return attrStr;
}

function propName(obj) {
    const keys = Object.keys(obj);
    for (let i = 0; i < keys.length; i++) {
        const key = keys[i];
        if (!Object.prototype.hasOwnProperty.call(obj, key)) continue;
        if (key !== ":@") return key;
    }
}

/**
 * Build attribute string, resolving attribute names through sanitizeName when configured.
 * Accepts matcher so the callback has path context.
 */
function attr_to_str(attrMap, options, isStopNode, matcher, qNameValidator) {
    let attrStr = "";
    if (attrMap && !options.ignoreAttributes) {
        for (let attr in attrMap) {
            if (!Object.prototype.hasOwnProperty.call(attrMap, attr)) continue;

            // Strip prefix to get the clean XML attribute name, then optionally sanitize it
            const cleanAttrName = attr.substr(options.attributeNamePrefix.length);
            const resolvedAttrName = isStopNode
                ? cleanAttrName  // stopNodes are raw — skip sanitizeName for attr names too
                : resolveName(cleanAttrName, true, options, matcher, qNameValidator);

            let attrVal;
            if (isStopNode) {
                // For stopNodes, use raw value without any processing
                attrVal = attrMap[attr];
            } else {
                // Normal processing: apply attributeValueProcessor and entity replacement
                attrVal = options.attributeValueProcessor(attr, attrMap[attr]);
                attrVal = replaceEntitiesValue(attrVal, options);
            }

            if (attrVal === true && options.suppressBooleanAttributes) {
                attrStr += ` ${resolvedAttrName}`;
            } else {
                attrStr += ` ${resolvedAttrName}="${escapeAttribute(attrVal)}"`;
            }
        }
    }
    return attrStr;
}

function checkStopNode(matcher, stopNodeExpressions) {
    if (!stopNodeExpressions || stopNodeExpressions.length === 0) return false;

    for (let i = 0; i < stopNodeExpressions.length; i++) {
        if (matcher.matches(stopNodeExpressions[i])) {
            return true;
        }
    }
    return false;
}

function replaceEntitiesValue(textValue, options) {
    if (textValue && textValue.length > 0 && options.processEntities) {
        for (let i = 0; i < options.entities.length; i++) {
            const entity = options.entities[i];
            textValue = textValue.replace(entity.regex, entity.val);
        }
    }
    return textValue;
}
;// CONCATENATED MODULE: ./node_modules/fast-xml-builder/src/ignoreAttributes.js
function getIgnoreAttributesFn(ignoreAttributes) {
    if (typeof ignoreAttributes === 'function') {
        return ignoreAttributes
    }
    if (Array.isArray(ignoreAttributes)) {
        return (attrName) => {
            for (const pattern of ignoreAttributes) {
                if (typeof pattern === 'string' && attrName === pattern) {
                    return true
                }
                if (pattern instanceof RegExp && pattern.test(attrName)) {
                    return true
                }
            }
        }
    }
    return () => false
}
;// CONCATENATED MODULE: ./node_modules/fast-xml-builder/src/fxb.js

//parse Empty Node as self closing node






const defaultOptions = {
  attributeNamePrefix: '@_',
  attributesGroupName: false,
  textNodeName: '#text',
  ignoreAttributes: true,
  cdataPropName: false,
  format: false,
  indentBy: '  ',
  suppressEmptyNode: false,
  suppressUnpairedNode: true,
  suppressBooleanAttributes: true,
  tagValueProcessor: function (key, a) {
    return a;
  },
  attributeValueProcessor: function (attrName, a) {
    return a;
  },
  preserveOrder: false,
  commentPropName: false,
  unpairedTags: [],
  entities: [
    { regex: new RegExp("&", "g"), val: "&amp;" },//it must be on top
    { regex: new RegExp(">", "g"), val: "&gt;" },
    { regex: new RegExp("<", "g"), val: "&lt;" },
    { regex: new RegExp("\'", "g"), val: "&apos;" },
    { regex: new RegExp("\"", "g"), val: "&quot;" }
  ],
  processEntities: true,
  stopNodes: [],
  // transformTagName: false,
  // transformAttributeName: false,
  oneListGroup: false,
  maxNestedTags: 100,
  jPath: true,  // When true, callbacks receive string jPath; when false, receive Matcher instance
  sanitizeName: false  // false = allow all names as-is (default, backward-compatible).
  // Set to a function (name, { isAttribute, matcher }) => string to
  // validate/sanitize tag and attribute names. Throw inside the function
  // to reject an invalid name.
};

function Builder(options) {
  this.options = Object.assign({}, defaultOptions, options);

  // Convert old-style stopNodes for backward compatibility
  // Old syntax: "*.tag" meant "tag anywhere in tree"
  // New syntax: "..tag" means "tag anywhere in tree"
  if (this.options.stopNodes && Array.isArray(this.options.stopNodes)) {
    this.options.stopNodes = this.options.stopNodes.map(node => {
      if (typeof node === 'string' && node.startsWith('*.')) {
        // Convert old wildcard syntax to deep wildcard
        return '..' + node.substring(2);
      }
      return node;
    });
  }

  // Pre-compile stopNode expressions for pattern matching
  this.stopNodeExpressions = [];
  if (this.options.stopNodes && Array.isArray(this.options.stopNodes)) {
    for (let i = 0; i < this.options.stopNodes.length; i++) {
      const node = this.options.stopNodes[i];
      if (typeof node === 'string') {
        this.stopNodeExpressions.push(new Expression(node));
      } else if (node instanceof Expression) {
        this.stopNodeExpressions.push(node);
      }
    }
  }

  if (this.options.ignoreAttributes === true || this.options.attributesGroupName) {
    this.isAttribute = function (/*a*/) {
      return false;
    };
  } else {
    this.ignoreAttributesFn = getIgnoreAttributesFn(this.options.ignoreAttributes)
    this.attrPrefixLen = this.options.attributeNamePrefix.length;
    this.isAttribute = isAttribute;
  }

  this.processTextOrObjNode = processTextOrObjNode

  if (this.options.format) {
    this.indentate = indentate;
    this.tagEndChar = '>\n';
    this.newLine = '\n';
  } else {
    this.indentate = function () {
      return '';
    };
    this.tagEndChar = '>';
    this.newLine = '';
  }
}

/**
 * Detect XML version from the ?xml declaration at the root of a plain-object input.
 * Checks both attributesGroupName and flat attribute forms.
 * Returns '1.0' if no declaration is found.
 */
function detectXmlVersionFromObj(jObj, options) {
  const decl = jObj['?xml'];
  if (decl && typeof decl === 'object') {
    // attributesGroupName path e.g. { '$$': { '@_version': '1.1' } }
    if (options.attributesGroupName && decl[options.attributesGroupName]) {
      const v = decl[options.attributesGroupName][options.attributeNamePrefix + 'version'];
      if (v) return v;
    }
    // flat attribute path e.g. { '@_version': '1.1' }
    const v = decl[options.attributeNamePrefix + 'version'];
    if (v) return v;
  }
  return '1.0';
}

Builder.prototype.build = function (jObj) {
  if (this.options.preserveOrder) {
    return toXml(jObj, this.options);
  } else {
    if (Array.isArray(jObj) && this.options.arrayNodeName && this.options.arrayNodeName.length > 1) {
      jObj = {
        [this.options.arrayNodeName]: jObj
      }
    }
    // Initialize matcher for path tracking
    const matcher = new Matcher();
    const xmlVersion = detectXmlVersionFromObj(jObj, this.options);
    const qNameValidator = createValidator('qName', { xmlVersion });
    return this.j2x(jObj, 0, matcher, qNameValidator).val;
  }
};

Builder.prototype.j2x = function (jObj, level, matcher, qNameValidator) {
  let attrStr = '';
  let val = '';
  if (this.options.maxNestedTags && matcher.getDepth() >= this.options.maxNestedTags) {
    throw new Error("Maximum nested tags exceeded");
  }
  // Get jPath based on option: string for backward compatibility, or Matcher for new features
  const jPath = this.options.jPath ? matcher.toString() : matcher;

  // Check if current node is a stopNode (will be used for attribute encoding)
  const isCurrentStopNode = this.checkStopNode(matcher);

  for (let key in jObj) {
    if (!Object.prototype.hasOwnProperty.call(jObj, key)) continue;

    // Resolve the key through sanitizeName before any use.
    // Special keys (textNodeName, cdataPropName, commentPropName, attributeNamePrefix,
    // attributesGroupName, "?" PI tags) are exempt — they are builder-internal conventions,
    // not user-supplied XML names.
    const isSpecialKey = key === this.options.textNodeName
      || key === this.options.cdataPropName
      || key === this.options.commentPropName
      || (this.options.attributesGroupName && key === this.options.attributesGroupName)
      || this.isAttribute(key);
    //|| key[0] === '?';

    const resolvedKey = isSpecialKey
      ? key
      : resolveName(key, false, this.options, matcher, qNameValidator);

    if (typeof jObj[key] === 'undefined') {
      // supress undefined node only if it is not an attribute
      if (this.isAttribute(key)) {
        val += '';
      }
    } else if (jObj[key] === null) {
      // null attribute should be ignored by the attribute list, but should not cause the tag closing
      if (this.isAttribute(key)) {
        val += '';
      } else if (resolvedKey === this.options.cdataPropName || resolvedKey === this.options.commentPropName) {
        val += '';
      } else if (resolvedKey[0] === '?') {
        val += this.indentate(level) + '<' + resolvedKey + '?' + this.tagEndChar;
      } else {
        val += this.indentate(level) + '<' + resolvedKey + '/' + this.tagEndChar;
      }
    } else if (jObj[key] instanceof Date) {
      val += this.buildTextValNode(jObj[key], resolvedKey, '', level, matcher);
    } else if (typeof jObj[key] !== 'object') {
      //premitive type
      const attr = this.isAttribute(key);
      if (attr && !this.ignoreAttributesFn(attr, jPath)) {
        // Resolve the attribute name through sanitizeName
        const resolvedAttr = resolveName(attr, true, this.options, matcher, qNameValidator);
        attrStr += this.buildAttrPairStr(resolvedAttr, valToStr(jObj[key]), isCurrentStopNode);
      } else if (!attr) {
        //tag value
        if (key === this.options.textNodeName) {
          let newval = this.options.tagValueProcessor(key, valToStr(jObj[key]));
          val += this.replaceEntitiesValue(newval);
        } else {
          // Check if this is a stopNode before building
          matcher.push(resolvedKey);
          const isStopNode = this.checkStopNode(matcher);
          matcher.pop();

          if (isStopNode) {
            // Build as raw content without encoding
            const textValue = valToStr(jObj[key]);
            if (textValue === '') {
              val += this.indentate(level) + '<' + resolvedKey + this.closeTag(resolvedKey) + this.tagEndChar;
            } else {
              val += this.indentate(level) + '<' + resolvedKey + '>' + textValue + '</' + resolvedKey + this.tagEndChar;
            }
          } else {
            val += this.buildTextValNode(jObj[key], resolvedKey, '', level, matcher);
          }
        }
      }
    } else if (Array.isArray(jObj[key])) {
      //repeated nodes
      const arrLen = jObj[key].length;
      let listTagVal = "";
      let listTagAttr = "";
      for (let j = 0; j < arrLen; j++) {
        const item = jObj[key][j];
        if (typeof item === 'undefined') {
          // supress undefined node
        } else if (item === null) {
          if (resolvedKey[0] === "?") val += this.indentate(level) + '<' + resolvedKey + '?' + this.tagEndChar;
          else val += this.indentate(level) + '<' + resolvedKey + '/' + this.tagEndChar;
        } else if (typeof item === 'object') {
          if (this.options.oneListGroup) {
            // Push tag to matcher before recursive call
            matcher.push(resolvedKey);
            const result = this.j2x(item, level + 1, matcher, qNameValidator);
            // Pop tag from matcher after recursive call
            matcher.pop();

            listTagVal += result.val;
            if (this.options.attributesGroupName && item.hasOwnProperty(this.options.attributesGroupName)) {
              listTagAttr += result.attrStr
            }
          } else {
            listTagVal += this.processTextOrObjNode(item, resolvedKey, level, matcher, qNameValidator)
          }
        } else {
          if (this.options.oneListGroup) {
            let textValue = this.options.tagValueProcessor(resolvedKey, item);
            textValue = this.replaceEntitiesValue(textValue);
            textValue = valToStr(textValue);
            listTagVal += textValue;
          } else {
            // Check if this is a stopNode before building
            matcher.push(resolvedKey);
            const isStopNode = this.checkStopNode(matcher);
            matcher.pop();

            if (isStopNode) {
              // Build as raw content without encoding
              const textValue = valToStr(item);
              if (textValue === '') {
                listTagVal += this.indentate(level) + '<' + resolvedKey + this.closeTag(resolvedKey) + this.tagEndChar;
              } else {
                listTagVal += this.indentate(level) + '<' + resolvedKey + '>' + textValue + '</' + resolvedKey + this.tagEndChar;
              }
            } else {
              listTagVal += this.buildTextValNode(item, resolvedKey, '', level, matcher);
            }
          }
        }
      }
      if (this.options.oneListGroup) {
        listTagVal = this.buildObjectNode(listTagVal, resolvedKey, listTagAttr, level);
      }
      val += listTagVal;
    } else {
      //nested node
      if (this.options.attributesGroupName && key === this.options.attributesGroupName) {
        const Ks = Object.keys(jObj[key]);
        const L = Ks.length;
        for (let j = 0; j < L; j++) {
          // Resolve attribute names inside attributesGroupName
          const resolvedAttr = resolveName(Ks[j], true, this.options, matcher, qNameValidator);
          attrStr += this.buildAttrPairStr(resolvedAttr, valToStr(jObj[key][Ks[j]]), isCurrentStopNode);
        }
      } else {
        val += this.processTextOrObjNode(jObj[key], resolvedKey, level, matcher, qNameValidator)
      }
    }
  }
  return { attrStr: attrStr, val: val };
};

Builder.prototype.buildAttrPairStr = function (attrName, val, isStopNode) {
  if (!isStopNode) {
    val = this.options.attributeValueProcessor(attrName, valToStr(val));
    val = this.replaceEntitiesValue(val);
  }
  if (this.options.suppressBooleanAttributes && val === "true") {
    return ' ' + attrName;
  } else return ' ' + attrName + '="' + escapeAttribute(val) + '"';
}

function processTextOrObjNode(object, key, level, matcher, qNameValidator) {
  // Extract attributes to pass to matcher
  const attrValues = this.extractAttributes(object);

  // Push tag to matcher before recursion WITH attributes
  matcher.push(key, attrValues);

  // Check if this entire node is a stopNode
  const isStopNode = this.checkStopNode(matcher);

  if (isStopNode) {
    // For stopNodes, build raw content without entity encoding
    const rawContent = this.buildRawContent(object, matcher.getDepth());
    const attrStr = this.buildAttributesForStopNode(object);
    matcher.pop();
    return this.buildObjectNode(rawContent, key, attrStr, level);
  }

  const result = this.j2x(object, level + 1, matcher, qNameValidator);
  // Pop tag from matcher after recursion
  matcher.pop();

  // PI/XML-declaration tags must never emit text content — route through
  // buildTextValNode which correctly ignores the text node for "?" tags.
  if (key[0] === '?') {
    return this.buildTextValNode('', key, result.attrStr, level, matcher);
  } else if (object[this.options.textNodeName] !== undefined && Object.keys(object).length === 1) {
    return this.buildTextValNode(object[this.options.textNodeName], key, result.attrStr, level, matcher);
  } else {
    return this.buildObjectNode(result.val, key, result.attrStr, level);
  }
}

// Helper method to extract attributes from an object
Builder.prototype.extractAttributes = function (obj) {
  if (!obj || typeof obj !== 'object') return null;

  const attrValues = {};
  let hasAttrs = false;

  // Check for attributesGroupName (when attributes are grouped)
  if (this.options.attributesGroupName && obj[this.options.attributesGroupName]) {
    const attrGroup = obj[this.options.attributesGroupName];
    for (let attrKey in attrGroup) {
      if (!Object.prototype.hasOwnProperty.call(attrGroup, attrKey)) continue;
      // Remove attribute prefix if present
      const cleanKey = attrKey.startsWith(this.options.attributeNamePrefix)
        ? attrKey.substring(this.options.attributeNamePrefix.length)
        : attrKey;
      attrValues[cleanKey] = escapeAttribute(attrGroup[attrKey]);
      hasAttrs = true;
    }
  } else {
    // Look for individual attributes (prefixed with attributeNamePrefix)
    for (let key in obj) {
      if (!Object.prototype.hasOwnProperty.call(obj, key)) continue;
      const attr = this.isAttribute(key);
      if (attr) {
        attrValues[attr] = escapeAttribute(obj[key]);
        hasAttrs = true;
      }
    }
  }

  return hasAttrs ? attrValues : null;
};

// Build raw content for stopNode without entity encoding
Builder.prototype.buildRawContent = function (obj, depth = 0) {
  if (this.options.maxNestedTags && depth >= this.options.maxNestedTags) {
    throw new Error("Maximum nested tags exceeded");
  }
  if (typeof obj === 'string') {
    return obj; // Already a string, return as-is
  }

  if (typeof obj !== 'object' || obj === null) {
    return String(obj);
  }

  // Check if this is a stopNode data from parser: { "#text": "raw xml", "@_attr": "val" }
  if (obj[this.options.textNodeName] !== undefined) {
    return obj[this.options.textNodeName]; // Return raw text without encoding
  }

  // Build raw XML from nested structure
  let content = '';

  for (let key in obj) {
    if (!Object.prototype.hasOwnProperty.call(obj, key)) continue;

    // Skip attributes
    if (this.isAttribute(key)) continue;
    if (this.options.attributesGroupName && key === this.options.attributesGroupName) continue;

    const value = obj[key];

    if (key === this.options.textNodeName) {
      content += value; // Raw text
    } else if (Array.isArray(value)) {
      // Array of same tag
      for (let item of value) {
        if (typeof item === 'string' || typeof item === 'number') {
          content += `<${key}>${item}</${key}>`;
        } else if (typeof item === 'object' && item !== null) {
          const nestedContent = this.buildRawContent(item, depth + 1);
          const nestedAttrs = this.buildAttributesForStopNode(item);
          if (nestedContent === '') {
            content += `<${key}${nestedAttrs}/>`;
          } else {
            content += `<${key}${nestedAttrs}>${nestedContent}</${key}>`;
          }
        }
      }
    } else if (typeof value === 'object' && value !== null) {
      // Nested object
      const nestedContent = this.buildRawContent(value, depth + 1);
      const nestedAttrs = this.buildAttributesForStopNode(value);
      if (nestedContent === '') {
        content += `<${key}${nestedAttrs}/>`;
      } else {
        content += `<${key}${nestedAttrs}>${nestedContent}</${key}>`;
      }
    } else {
      // Primitive value
      content += `<${key}>${value}</${key}>`;
    }
  }

  return content;
};

// Build attribute string for stopNode (no entity encoding)
Builder.prototype.buildAttributesForStopNode = function (obj) {
  if (!obj || typeof obj !== 'object') return '';

  let attrStr = '';

  // Check for attributesGroupName (when attributes are grouped)
  if (this.options.attributesGroupName && obj[this.options.attributesGroupName]) {
    const attrGroup = obj[this.options.attributesGroupName];
    for (let attrKey in attrGroup) {
      if (!Object.prototype.hasOwnProperty.call(attrGroup, attrKey)) continue;
      const cleanKey = attrKey.startsWith(this.options.attributeNamePrefix)
        ? attrKey.substring(this.options.attributeNamePrefix.length)
        : attrKey;
      const val = attrGroup[attrKey];
      if (val === true && this.options.suppressBooleanAttributes) {
        attrStr += ' ' + cleanKey;
      } else {
        // stopNode content is raw, but the quote delimiter is always escaped
        // so a quote in the value cannot break out of the attribute (see orderedJs2Xml attr_to_str)
        attrStr += ' ' + cleanKey + '="' + escapeAttribute(val) + '"';
      }
    }
  } else {
    // Look for individual attributes
    for (let key in obj) {
      if (!Object.prototype.hasOwnProperty.call(obj, key)) continue;
      const attr = this.isAttribute(key);
      if (attr) {
        const val = obj[key];
        if (val === true && this.options.suppressBooleanAttributes) {
          attrStr += ' ' + attr;
        } else {
          // stopNode content is raw, but the quote delimiter is always escaped
          // so a quote in the value cannot break out of the attribute (see orderedJs2Xml attr_to_str)
          attrStr += ' ' + attr + '="' + escapeAttribute(val) + '"';
        }
      }
    }
  }

  return attrStr;
};

Builder.prototype.buildObjectNode = function (val, key, attrStr, level) {
  if (val === "") {
    if (key[0] === "?") return this.indentate(level) + '<' + key + attrStr + '?' + this.tagEndChar;
    else {
      return this.indentate(level) + '<' + key + attrStr + this.closeTag(key) + this.tagEndChar;
    }
  } else if (key[0] === "?") {
    // PI/XML-declaration tags never have body content — treat them like empty.
    return this.indentate(level) + '<' + key + attrStr + '?' + this.tagEndChar;
  } else {
    let tagEndExp = '</' + key + this.tagEndChar;
    let piClosingChar = "";

    if (key[0] === "?") {
      piClosingChar = "?";
      tagEndExp = "";
    }

    // attrStr is an empty string in case the attribute came as undefined or null
    if ((attrStr || attrStr === '') && val.indexOf('<') === -1) {
      return (this.indentate(level) + '<' + key + attrStr + piClosingChar + '>' + val + tagEndExp);
    } else if (this.options.commentPropName !== false && key === this.options.commentPropName && piClosingChar.length === 0) {
      return this.indentate(level) + `<!--${safeComment(val)}-->` + this.newLine;
    } else {
      return (
        this.indentate(level) + '<' + key + attrStr + piClosingChar + this.tagEndChar +
        val +
        this.indentate(level) + tagEndExp);
    }
  }
}

Builder.prototype.closeTag = function (key) {
  let closeTag = "";
  if (this.options.unpairedTags.indexOf(key) !== -1) { //unpaired
    if (!this.options.suppressUnpairedNode) closeTag = "/"
  } else if (this.options.suppressEmptyNode) { //empty
    closeTag = "/";
  } else {
    closeTag = `></${key}`
  }
  return closeTag;
}

Builder.prototype.checkStopNode = function (matcher) {
  if (!this.stopNodeExpressions || this.stopNodeExpressions.length === 0) return false;

  for (let i = 0; i < this.stopNodeExpressions.length; i++) {
    if (matcher.matches(this.stopNodeExpressions[i])) {
      return true;
    }
  }
  return false;
}

function buildEmptyObjNode(val, key, attrStr, level) {
  if (val !== '') {
    return this.buildObjectNode(val, key, attrStr, level);
  } else {
    if (key[0] === "?") return this.indentate(level) + '<' + key + attrStr + '?' + this.tagEndChar;
    else {
      return this.indentate(level) + '<' + key + attrStr + '/' + this.tagEndChar;
    }
  }
}

Builder.prototype.buildTextValNode = function (val, key, attrStr, level, matcher) {
  if (this.options.cdataPropName !== false && key === this.options.cdataPropName) {
    const safeVal = safeCdata(val);
    return this.indentate(level) + `<![CDATA[${safeVal}]]>` + this.newLine;
  } else if (this.options.commentPropName !== false && key === this.options.commentPropName) {
    const safeVal = safeComment(val);
    return this.indentate(level) + `<!--${safeVal}-->` + this.newLine;
  } else if (key[0] === "?") {//PI tag
    return this.indentate(level) + '<' + key + attrStr + '?' + this.tagEndChar;
  } else {
    // Normal processing: apply tagValueProcessor and entity replacement
    let textValue = this.options.tagValueProcessor(key, val);
    textValue = this.replaceEntitiesValue(textValue);
    // tagValueProcessor may return the raw value unchanged (default is identity), and
    // replaceEntitiesValue no-ops on non-strings, so a plain number can still reach here;
    // stringify it now, sign-preserving, before it's implicitly ToString'd below.
    textValue = valToStr(textValue);

    if (textValue === '') {
      return this.indentate(level) + '<' + key + attrStr + this.closeTag(key) + this.tagEndChar;
    } else {
      return this.indentate(level) + '<' + key + attrStr + '>' +
        textValue +
        '</' + key + this.tagEndChar;
    }
  }
}

Builder.prototype.replaceEntitiesValue = function (textValue) {
  if (textValue && textValue.length > 0 && this.options.processEntities) {
    for (let i = 0; i < this.options.entities.length; i++) {
      const entity = this.options.entities[i];
      textValue = textValue.replace(entity.regex, entity.val);
    }
  }
  return textValue;
}

function indentate(level) {
  return this.options.indentBy.repeat(level);
}

function isAttribute(name /*, options*/) {
  if (name.startsWith(this.options.attributeNamePrefix) && name !== this.options.textNodeName) {
    return name.substr(this.attrPrefixLen);
  } else {
    return false;
  }
}
;// CONCATENATED MODULE: ./node_modules/fast-xml-parser/src/xmlbuilder/json2xml.js
// Re-export from fast-xml-builder for backward compatibility

/* harmony default export */ const json2xml = (Builder);

// If there are any named exports you also want to re-export:

;// CONCATENATED MODULE: ./lib/report/cobertura.js



const builder = new json2xml({
    ignoreAttributes: false,
    attributeNamePrefix: "@",
    format: true,
    suppressEmptyNode: true,
});
const doctype = '<!DOCTYPE coverage SYSTEM "http://cobertura.sourceforge.net/xml/coverage-04.dtd">';
/** Cobertura 04: a class for each file, paths relative to the repository. Go's blocks know no branches. */
function coberturaXml(profile, packageDirs) {
    const blocks = (0,cover_profile/* parseProfile */.j)([profile])?.blocks ?? [];
    const files = [...Map.groupBy(blocks, ({ file }) => file)].map(([file, own]) => coveredFile(file, own, packageDirs));
    const packages = [...Map.groupBy(files, (file) => file.package)].map(([name, own]) => ({
        "@name": name,
        ...rates(own),
        classes: { class: own.map(classOf) },
    }));
    const lines = files.flatMap((file) => file.lines);
    const xml = builder.build({
        coverage: {
            ...rates(files),
            "@lines-covered": lines.filter(([, hits]) => hits > 0).length,
            "@lines-valid": lines.length,
            "@branches-covered": 0,
            "@branches-valid": 0,
            "@version": "1",
            // Required, and read by nobody; a clock would make each report another one.
            "@timestamp": 0,
            sources: { source: "." },
            packages: { package: packages },
        },
    });
    return `<?xml version="1.0" encoding="UTF-8"?>\n${doctype}\n${xml}`;
}
function coveredFile(file, blocks, packageDirs) {
    const hits = new Map();
    for (const { firstLine, lastLine, count } of blocks) {
        for (let line = firstLine; line <= lastLine; line += 1)
            hits.set(line, Math.max(hits.get(line) ?? 0, count));
    }
    const name = file.slice(0, file.lastIndexOf("/"));
    return { path: coveredPath(file, packageDirs), package: name, lines: [...hits].sort(([a], [b]) => a - b) };
}
function classOf(file) {
    return {
        "@name": file.path.slice(file.path.lastIndexOf("/") + 1),
        "@filename": file.path,
        ...rates([file]),
        methods: "",
        lines: { line: file.lines.map(([number, hits]) => ({ "@number": number, "@hits": hits })) },
    };
}
function rates(files) {
    const lines = files.flatMap((file) => file.lines);
    const covered = lines.filter(([, hits]) => hits > 0).length;
    const rate = lines.length === 0 ? 0 : covered / lines.length;
    return { "@line-rate": rate.toFixed(4), "@branch-rate": 0, "@complexity": 0 };
}

;// CONCATENATED MODULE: ./lib/report/json-pieces.js
const pieceLength = 64 * 1024;
/** What `JSON.stringify(value, null, 2)` gives and a newline, in pieces: of a large report the whole text never lies in memory. */
function* jsonPieces(value) {
    let piece = "";
    for (const token of tokens(value, "")) {
        piece += token;
        if (piece.length < pieceLength)
            continue;
        yield piece;
        piece = "";
    }
    yield `${piece}\n`;
}
function* tokens(value, indent) {
    if (typeof value !== "object" || value === null)
        return yield JSON.stringify(value) ?? "null";
    const list = Array.isArray(value);
    const entries = list
        ? value.map((item) => ["", item])
        : Object.entries(value).filter(([, item]) => item !== undefined);
    const [open, close] = list ? "[]" : "{}";
    if (entries.length === 0)
        return yield `${open}${close}`;
    for (const [i, [name, item]] of entries.entries()) {
        yield `${i === 0 ? open : ","}\n${indent}  ${list ? "" : `${JSON.stringify(name)}: `}`;
        yield* tokens(item, `${indent}  `);
    }
    yield `\n${indent}${close}`;
}

;// CONCATENATED MODULE: ./lib/report/junit.js

const junit_builder = new json2xml({
    ignoreAttributes: false,
    attributeNamePrefix: "@",
    format: true,
    suppressEmptyNode: true,
});
/** JUnit XML as Jenkins and GitLab read it: one suite for each package. In pieces, since thousands of tests may have failed. */
function* junitXml(report) {
    const casesOf = Map.groupBy(report.testCases, (one) => one.package);
    const buildFindings = report.steps
        .filter(({ name }) => name === "test")
        .flatMap(({ findings }) => findings.filter(({ kind }) => kind === "compile" || kind === "command"));
    const suites = report.testedPackages
        .map((tested) => ({ tested, cases: casesOf.get(tested.package) ?? [] }))
        .filter(({ tested, cases }) => cases.length > 0 || tested.result === "failed")
        .map(({ tested, cases }) => suite(tested, cases, buildFindings));
    yield '<?xml version="1.0" encoding="UTF-8"?>\n';
    yield opening("testsuites", totals(suites));
    for (const { attributes: own, testcases } of suites) {
        yield `  ${opening("testsuite", own)}`;
        for (const one of testcases)
            yield nested(one());
        yield "  </testsuite>\n";
    }
    yield "</testsuites>\n";
}
function opening(name, own) {
    return junit_builder.build({ [name]: own }).replace(/\/>\n?$/, ">\n");
}
const around = ["<testsuites>\n  <testsuite>\n", "  </testsuite>\n</testsuites>\n"];
/** A test case, indented as it lies in its suite. */
function nested(testcase) {
    return junit_builder.build({ testsuites: { testsuite: { testcase } } }).slice(around[0].length, -around[1].length);
}
function suite(tested, cases, buildFindings) {
    const failures = cases.filter(({ result }) => result === "failed").length;
    // A package that failed without a failing test would otherwise be green in the report.
    const brokenPackage = tested.result === "failed" && failures === 0;
    const counts = {
        tests: cases.length + Number(brokenPackage),
        failures,
        errors: Number(brokenPackage),
        skipped: cases.filter(({ result }) => result === "skipped").length,
        time: tested.seconds,
    };
    const testcases = cases.map((one) => () => testcase(one));
    if (brokenPackage)
        testcases.push(() => packageCase(tested, buildFindings));
    return { counts, attributes: { "@name": legal(tested.package), ...attributes(counts) }, testcases };
}
function testcase(test) {
    const attributes = { "@classname": legal(test.package), "@name": legal(test.name), "@time": seconds(test.seconds) };
    if (test.result === "skipped")
        return { ...attributes, skipped: "" };
    if (test.result === "passed")
        return attributes;
    const said = trouble(test.output, `${test.name} failed`);
    // As Maven's Surefire writes it: Jenkins counts such a test as passed, and shows it as flaky.
    return test.result === "flaky" ? { ...attributes, flakyFailure: said } : { ...attributes, failure: said };
}
function packageCase(tested, buildFindings) {
    const said = buildFindings.map(({ file, line, message }) => (file === "" ? message : `${file}:${line}: ${message}`));
    const output = tested.output.trim() === "" ? said.join("\n") : tested.output;
    const error = trouble(output, "The package failed outside its tests, or could not be built");
    return { "@classname": legal(tested.package), "@name": "(package)", "@time": seconds(tested.seconds), error };
}
function trouble(output, otherwise) {
    const firstLine = output.split("\n").find((line) => line.trim() !== "") ?? otherwise;
    return { "@message": legal(firstLine.trim().slice(0, 500)), "#text": legal(output || otherwise) };
}
function totals(suites) {
    const total = (field) => suites.reduce((sum, { counts }) => sum + counts[field], 0);
    const counts = ["tests", "failures", "errors", "skipped", "time"];
    return attributes(Object.fromEntries(counts.map((field) => [field, total(field)])));
}
function attributes({ tests, failures, errors, skipped, time }) {
    return {
        "@tests": tests,
        "@failures": failures,
        "@errors": errors,
        "@skipped": skipped,
        "@time": seconds(time),
    };
}
const seconds = (value) => value.toFixed(3);
const illegalInXml = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;
const legal = (text) => text.replace(illegalInXml, "");

// EXTERNAL MODULE: ./lib/report/coverage-change.js
var coverage_change = __nccwpck_require__(2115);
;// CONCATENATED MODULE: ./lib/report/markdown.js

// An underscore within a word means nothing, and Go's file names are full of them.
const special = /[&<>\\`*{}[\]|~#$@]|(?<![a-z0-9])_|_(?![a-z0-9])|:(?=\/\/)|(?<=\bwww)\./gi;
/** Foreign text as plain words: one line, in which neither Markdown nor HTML nor a link means anything. */
function plain(text, most = 300) {
    return (0,human/* oneLine */.TN)(text, most).replace(special, (character) => `&#${character.codePointAt(0)};`);
}
const code = (text, most = 300) => (text === "" ? "" : `<code>${plain(text, most)}</code>`);
/** A block that shows any text as it is: its fence is longer than every run of backticks in it. */
function fenced(text, language = "") {
    const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
    const fence = "`".repeat(longest + 1);
    // Escape sequences and half characters would reach the page; a NUL ends the whole summary.
    const shown = text.replace(/[^\P{Cc}\t\n]|[\u202a-\u202e\u2066-\u2069]/gu, "").toWellFormed();
    return `${fence}${language}\n${shown}\n${fence}`;
}
/** Long text by its first and last lines. */
function shortened(text, most) {
    if (text.length <= most)
        return text;
    const [head, tail] = [text.slice(0, most * 0.75), text.slice(-most * 0.25)];
    const wholeHead = head.slice(0, Math.max(head.lastIndexOf("\n"), 0) || head.length);
    const wholeTail = tail.slice(tail.indexOf("\n") + 1);
    return `${wholeHead}\n[… ${text.length - wholeHead.length - wholeTail.length} characters …]\n${wholeTail}`;
}
/** `summary` and the body are Markdown or HTML already. */
function details(summary, body) {
    return `<details><summary>${summary}</summary>\n\n${body}\n\n</details>`;
}
/** Cells are Markdown already. `right` names the columns of numbers. Rows beyond `most` are counted. */
function table(heads, rows, right = [], most = 500) {
    const line = (cells) => `| ${cells.join(" | ")} |`;
    const rule = line(heads.map((_, i) => (right.includes(i) ? "---:" : ":---")));
    const shown = [line(heads), rule, ...rows.slice(0, most).map(line)].join("\n");
    return rows.length <= most ? shown : `${shown}\n\n${rows.length - most} more rows are not shown.`;
}

;// CONCATENATED MODULE: ./lib/report/notices.js

// The runner keeps ten of a step, and drops the others without a word.
const notices_most = 10;
/** The notes, then the changed lines that no test runs: the longest ranges first. The last one says how many more. */
function notices(report) {
    const all = [...report.notes.map((message) => ({ message })), ...uncovered(report)];
    if (all.length <= notices_most)
        return all;
    const rest = all.length - notices_most + 1;
    return [...all.slice(0, notices_most - 1), { message: `+${plural(rest, "more notice")}: the job summary has them all.` }];
}
function uncovered({ changed }) {
    const ranges = (changed?.coverage?.files ?? []).flatMap(({ file, uncovered: own }) => own.map((range) => ({ file, ...range })));
    return ranges
        .toSorted((a, b) => b.last - b.first - (a.last - a.first))
        .map(({ file, first, last }) => {
        const message = `Changed, and run by no test: ${oneLine(file)}:${lineText({ first, last })}`;
        return { title: "Not covered by tests", message, file, line: first, endLine: last };
    });
}
/** `7` or `7-9`. */
function lineText({ first, last }) {
    return first === last ? String(first) : `${first}-${last}`;
}

;// CONCATENATED MODULE: ./lib/report/summary-coverage.js





/** How much of the code the tests ran: of all, of what has changed, by package. */
function coverageParts(report) {
    const { coverage, coverageThreshold, changed } = report;
    if (coverage === undefined)
        return [];
    const asked = coverageThreshold === undefined ? "" : ` (asked for: ${coverageThreshold}%)`;
    const since = (0,coverage_change/* coverageChange */.z)(report);
    const change = since === undefined ? "" : `, ${since.points} since ${code(since.sha.slice(0, 12))}`;
    const total = { essential: true, text: `**Coverage:** ${coverage.percent}% of statements${asked}${change}` };
    return [total, ...changedParts(changed), ...packageParts(report)];
}
function packageParts({ coverage, earlierCoverage }) {
    const packages = coverage?.packages ?? [];
    if (packages.length === 0)
        return [];
    const rows = packages.map((one) => [
        code(one.package),
        `${(0,reading_coverage/* percent */.KN)(one.covered, one.statements)}%`,
        `${one.covered} of ${one.statements}`,
        ...(earlierCoverage === undefined ? [] : [(0,coverage_change/* packageChange */.b)(one, earlierCoverage)]),
    ]);
    const heads = ["package", "covered", "statements", ...(earlierCoverage === undefined ? [] : ["change"])];
    return [{ text: details("Coverage by package", table(heads, rows, [1, 2, 3])) }];
}
const rangesShown = 20;
function changedParts(changed) {
    if (changed?.coverage === undefined)
        return [];
    const { lines, covered, files } = changed.coverage;
    const against = `since ${code(changed.base.slice(0, 12))}`;
    if (lines === 0)
        return [{ essential: true, text: `**Coverage of changed lines:** no line with a statement changed ${against}` }];
    const text = `**Coverage of changed lines:** ${(0,reading_coverage/* percent */.KN)(covered, lines)}%, ${covered} of ${(0,human/* plural */.LS)(lines, "line")} ${against}`;
    const rows = files
        .filter(({ uncovered }) => uncovered.length > 0)
        .map((file) => [code(file.file), `${file.covered} of ${file.lines}`, plain(rangeList(file.uncovered))]);
    if (rows.length === 0)
        return [{ essential: true, text }];
    const body = table(["file", "covered", "changed lines that no test runs"], rows, [1]);
    return [{ essential: true, text }, { text: details("Changed lines that no test runs", body) }];
}
function rangeList(ranges) {
    const more = ranges.length > rangesShown ? ` and ${ranges.length - rangesShown} more` : "";
    return ranges.slice(0, rangesShown).map(lineText).join(", ") + more;
}

;// CONCATENATED MODULE: ./lib/report/summary-failures.js


const mostFindings = 50;
const summary_failures_longestMessage = 4000;
/** The failures, grouped by step. */
function failureParts(steps) {
    return steps.flatMap((step) => {
        const { name, status, detail, findings, again } = step;
        const bad = status === "failed" || status === "timed out";
        if (!bad && findings.length === 0)
            return [];
        const reason = detail || (0,human/* plural */.LS)(findings.length, "finding");
        const title = { essential: true, text: `### ${plain(name)}: ${plain(reason)}` };
        const shown = findings.slice(0, mostFindings).map((finding) => ({ text: findingText(finding) }));
        const rest = findings.length - shown.length;
        return [
            title,
            ...shown,
            ...(rest > 0 ? [{ text: `${(0,human/* plural */.LS)(rest, "more finding")} in ${plain(name)}.` }] : []),
            ...(again.length > 0 ? [{ text: details("Run it again by hand", fenced(again.join("\n"), "sh")) }] : []),
        ];
    });
}
function findingText({ kind, file, line, title, message }) {
    const place = file === "" ? "" : `${code(line > 0 ? `${file}:${line}` : file)} `;
    const head = `${place}${plain(title)}`;
    const body = message.replace(/^\n+/, "").trimEnd();
    if (body === "" || isSaid(body, title))
        return head;
    return `${head}\n\n${fenced(shortened(body, summary_failures_longestMessage), kind === "format" ? "diff" : "")}`;
}
/** A single line that the title has already: `    a_test.go:3: 3 is odd`. */
function isSaid(body, title) {
    return !body.includes("\n") && title.endsWith(body.replace(/^\s*\S+\.go:\d+: /, ""));
}

;// CONCATENATED MODULE: ./lib/report/summary-products.js


/** What the run made. */
function binaryParts({ binaries, checksums }) {
    if (binaries.length === 0)
        return [];
    const rows = binaries.map(({ target, path, size, sha256 }) => [
        plain(target),
        code(path),
        (0,human/* humanSize */.Xe)(size),
        code(sha256.slice(0, 12)),
    ]);
    const list = table(["target", "file", "size", "sha256"], rows, [2]);
    return [{ text: `### Binaries\n\n${list}${checksums === "" ? "" : `\n\nFull checksums: ${code(checksums)}`}` }];
}
const ways = new Map([
    ["binary", "copies the tested binaries"],
    ["source", "compiles the sources inside"],
    ["own", "the repository's own"],
]);
function imageParts(image) {
    if (image === undefined)
        return [];
    const { name, tags, digest, places, platforms, proven, dockerfile, kind } = image;
    const facts = [
        ...places.flatMap((one) => (one.problem === "" ? [] : [[`not in ${code(one.name)}`, plain(one.problem, 500)]])),
        [
            "tags",
            tags
                .slice(0, 100)
                .map((tag) => code(tag))
                .join(", "),
        ],
        ["digest", digest === "" ? "not pushed" : code(digest)],
    ];
    const sizes = platforms.map((one) => [plain(one.platform), (0,human/* humanSize */.Xe)(one.size), code(one.digest)]);
    const parts = [{ text: `### Image\n\n${table(["image", code(name)], facts)}` }];
    if (sizes.length > 0)
        parts.push({ text: table(["platform", "size", "digest"], sizes, [1]) });
    if (proven.length > 0) {
        const rows = proven.map((one) => [plain(one.platform), code(one.inImage), code(one.path), code(one.sha256)]);
        const body = table(["platform", "in the image", "tested file", "sha256 of both"], rows);
        parts.push({ text: details("The image holds the tested binaries, byte for byte", body) });
    }
    if (dockerfile !== "") {
        const body = fenced(shortened(dockerfile.trimEnd(), 32_000), "dockerfile");
        parts.push({ text: details(`Dockerfile: ${plain(ways.get(kind) ?? kind)}`, body) });
    }
    return parts;
}
function artifactParts(artifacts) {
    if (artifacts.length === 0)
        return [];
    const rows = artifacts.map(({ name, size, files }) => [code(name), String(files.length), (0,human/* humanSize */.Xe)(size)]);
    return [{ text: `### Artifacts\n\n${table(["name", "files", "size"], rows, [1, 2])}` }];
}
function noteParts(notes) {
    if (notes.length === 0)
        return [];
    return [
        {
            text: `### Notes\n\n${notes
                .slice(0, 100)
                .map((note) => `- ${plain(note, 2000)}`)
                .join("\n")}`,
        },
    ];
}

;// CONCATENATED MODULE: ./lib/report/summary-run.js


/** The verdict in plain words. */
function headline(report) {
    const { verdict, goVersion, goImage, seconds } = report;
    const mark = verdict === "passed" ? "✅ Passed" : `❌ Failed${failedIn(report)}`;
    const where = `Go ${plain(goVersion)} in ${code(goImage)}, ${(0,human/* humanSeconds */.Nj)(seconds)}`;
    return { essential: true, text: `## ${mark}\n\n${where}` };
}
function failedIn({ steps, failureClass }) {
    const failed = steps.filter(({ status }) => status === "failed" || status === "timed out").map(({ name }) => name);
    if (failed.length > 0)
        return `: ${plain(failed.join(", "))}`;
    return failureClass === "" ? "" : `: ${failureClass}`;
}
function stepTable(steps) {
    const rows = steps.map(({ name, status, detail, seconds }) => [
        plain(name),
        detail === "" ? status : `${status}: ${plain(detail)}`,
        status === "skipped" ? "" : (0,human/* humanSeconds */.Nj)(seconds),
    ]);
    return { essential: true, text: `### Steps\n\n${table(["step", "result", "time"], rows, [2])}` };
}
const flakyShown = 20;
const longestOutput = 2000;
/** What flaky tests said when they failed; what encloses them said nothing of its own. */
function flakyParts(testCases) {
    const flaky = testCases.filter(({ result, output }) => result === "flaky" && output.trim() !== "");
    return flaky.slice(0, flakyShown).map(({ name, package: from, output }) => ({
        text: details(`Flaky: ${plain(name)} in ${plain(from)}`, fenced(shortened(output.trimEnd(), longestOutput))),
    }));
}
const slowestShown = 5;
function testParts({ tests, testCases }) {
    if (tests === undefined)
        return [];
    const text = `**Tests:** ${(0,human/* totalsText */.zF)(tests)}`;
    const slowest = testCases
        .filter(({ seconds }) => seconds > 0)
        .toSorted((a, b) => b.seconds - a.seconds)
        .slice(0, slowestShown)
        .map((one) => [code(one.name), code(one.package), (0,human/* humanSeconds */.Nj)(one.seconds)]);
    const body = table(["test", "package", "time"], slowest, [2]);
    const slow = slowest.length === 0 ? [] : [{ text: details(`The ${(0,human/* plural */.LS)(slowest.length, "slowest test")}`, body) }];
    return [{ essential: true, text }, ...flakyParts(testCases), ...slow];
}

;// CONCATENATED MODULE: ./lib/report/summary.js





// The runner refuses summaries above 1 MiB altogether.
const mostBytes = 900 * 1024;
/** The GitHub job summary: the verdict, the failures, then what was done and made. */
function summaryMarkdown(report, published) {
    const parts = [
        headline(report),
        ...failureParts(report.steps),
        stepTable(report.steps),
        ...testParts(report),
        ...coverageParts(report),
        ...binaryParts(report),
        ...imageParts(published?.image),
        ...artifactParts(published?.artifacts ?? []),
        ...noteParts(report.notes),
    ];
    return fitted(parts);
}
/** Parts are left out whole, so that no table or fence is left open. */
function fitted(parts) {
    const cost = ({ text }) => new TextEncoder().encode(text).length + 2;
    const essential = parts.filter((part) => part.essential).reduce((sum, part) => sum + cost(part), 0);
    let left = mostBytes - essential - 200;
    const kept = parts.filter((part) => {
        if (part.essential)
            return true;
        const fits = cost(part) <= left;
        if (fits)
            left -= cost(part);
        return fits;
    });
    const cut = parts.length - kept.length;
    const texts = kept.map(({ text }) => text);
    if (cut > 0)
        texts.push(`This summary was cut: ${(0,human/* plural */.LS)(cut, "part")} left out. The log and the reports have everything.`);
    return `${texts.join("\n\n")}\n`;
}

;// CONCATENATED MODULE: ./lib/registry/image-layout.js



const listType = "application/vnd.oci.image.index.v1+json";
const manifestType = "application/vnd.oci.image.manifest.v1+json";
/** The one image of an OCI layout that a builder has written. */
async function readLayout(folder) {
    const { manifests = [] } = JSON.parse(await (0,promises_.readFile)((0,external_node_path_.join)(folder, "index.json"), "utf8"));
    const [descriptor] = manifests;
    if (descriptor === undefined)
        throw new Error(`the layout in ${folder} is empty`);
    const { stored: root, manifest } = await readStored(folder, descriptor);
    const children = await Promise.all((manifest.manifests ?? []).map((child) => readStored(folder, child)));
    const all = children.length === 0 ? [manifest] : children.map((child) => child.manifest);
    return { root, children: children.map(({ stored }) => stored), blobs: all.flatMap((one) => blobsOf(folder, one)) };
}
async function readStored(folder, { digest, mediaType }) {
    const bytes = new Uint8Array(await (0,promises_.readFile)(blobPath(folder, digest)));
    const manifest = JSON.parse(new TextDecoder().decode(bytes));
    const kind = mediaType ?? manifest.mediaType ?? (manifest.manifests ? listType : manifestType);
    return { manifest, stored: { digest, mediaType: kind, bytes } };
}
function blobsOf(folder, { config, layers = [] }) {
    const digests = [config, ...layers].flatMap((one) => one?.digest ?? []);
    return digests.map((digest) => ({ digest, file: blobPath(folder, digest) }));
}
function blobPath(folder, digest) {
    return (0,external_node_path_.join)(folder, "blobs", ...digest.split(":"));
}
/** One image for several platforms, out of one for each. */
function manifestList(images, annotations) {
    const manifests = images.map(({ platform, image: { root } }) => ({
        mediaType: root.mediaType,
        digest: root.digest,
        size: root.bytes.length,
        platform: platformOf(platform),
    }));
    const list = { schemaVersion: 2, mediaType: listType, manifests, annotations };
    const bytes = new TextEncoder().encode(JSON.stringify(list));
    const digest = `sha256:${(0,external_node_crypto_.createHash)("sha256").update(bytes).digest("hex")}`;
    return {
        root: { digest, mediaType: listType, bytes },
        children: images.map(({ image }) => image.root),
        blobs: images.flatMap(({ image }) => image.blobs),
    };
}
function platformOf(platform) {
    const [os = "", architecture = "", variant] = platform.split("/");
    return { os, architecture, ...(variant === undefined ? {} : { variant }) };
}

;// CONCATENATED MODULE: ./lib/publish/image-work.js

/** Of an image that is not pushed. */
const image_work_plain = { annotations: {}, provenance: false, sbom: false };
function allRefs({ names, tags }) {
    return names.flatMap((name) => tags.map((tag) => ({ ...name, tag })));
}
function refText(ref) {
    return ref === undefined ? "" : `${(0,image_ref/* imageName */.tO)(ref)}:${ref.tag}`;
}
function wantedPlatforms({ builds }) {
    return builds.flatMap(({ platforms }) => platforms);
}

;// CONCATENATED MODULE: ./lib/publish/build-image.js


/** The image, as files: one build for all platforms where that can be, else one for each and a manifest list. */
async function buildImage({ image, engine, show, contexts, own, date }) {
    const { provenance, sbom, labels: annotations } = image;
    const images = [];
    for (const [i, { platforms }] of image.builds.entries()) {
        const context = contexts[i] ?? "";
        const layout = `${context}-layout`;
        await engine.buildImage({ context, platforms, into: { layout }, own, date, annotations, provenance, sbom }, show);
        images.push({ platform: platforms[0] ?? "", image: await readLayout(layout) });
    }
    const [only] = images;
    return only !== undefined && images.length === 1 ? only.image : manifestList(images, annotations);
}
/** Without a push the image stays in the engine, under its tags. */
async function keepImage({ image, engine, show, contexts, own, date }) {
    const [build] = image.builds;
    const refs = allRefs(image).map(refText);
    const platforms = build?.platforms ?? [];
    await engine.buildImage({ context: contexts[0] ?? "", platforms, into: { refs }, own, date, ...image_work_plain }, show);
}

;// CONCATENATED MODULE: ./lib/publish/context-times.js



/** 1980-01-01, in seconds: the first date that every archive knows. */
const epoch = 315_532_800;
/**
 * Layers keep the times of files, and BuildKit takes a layer out of its cache for the same contents with any times. So the
 * times go by the content alone: the same contents, the same layers, whichever commit they were first built for. Besides,
 * BuildKit takes a file of the same path, size and time for the one that an earlier build of the same client sent: other
 * content has another time within the minute.
 */
async function setTimes(folder) {
    for (const entry of await (0,promises_.readdir)(folder, { recursive: true, withFileTypes: true })) {
        const path = (0,external_node_path_.join)(entry.parentPath, entry.name);
        const time = epoch + (entry.isFile() ? context_times_within(60, (await (0,checked_file/* hashFile */.DC)(path)).sha256) : 0);
        await (0,promises_.lutimes)(path, time, time);
    }
    await (0,promises_.lutimes)(folder, epoch, epoch);
}
/** From 0 to below `most`, evenly: 48 of the digest's bits. */
function context_times_within(most, sha256) {
    return (Number.parseInt(sha256.slice(0, 12), 16) / 2 ** 48) * most;
}

;// CONCATENATED MODULE: ./lib/publish/own-context.js




/**
 * Adds to a copy of the workspace what an own Dockerfile finds there besides: itself, as it was when the run began (what
 * is shown is what is built), and the binaries by `<platform>/<name>`, whatever `.dockerignore` says. The copy has the
 * links that the code under test has left: none of them is written through.
 */
async function addToOwnContext(folder, { path, text }, binaries) {
    await put(folder, path, (file) => (0,promises_.writeFile)(file, text, { flag: "wx" }));
    for (const { platform, name, file } of binaries)
        await put(folder, `${platform}/${name}`, (target) => (0,promises_.cp)(file, target, { errorOnExist: true, force: false }));
    const kept = [...new Set(binaries.map(({ platform }) => platform))].flatMap((name) => [`!${name}`, `!${name}/**`]);
    for (const name of [".dockerignore", `${path}.dockerignore`]) {
        const ignored = await readInside(folder, name);
        if (ignored !== undefined)
            await put(folder, name, (file) => (0,promises_.writeFile)(file, [ignored, ...kept, ""].join("\n"), { flag: "wx" }));
    }
}
/** Writes a file anew, in folders that are folders. */
async function put(folder, path, write) {
    const parts = (0,external_node_path_.dirname)(path).split("/");
    for (const [i] of parts.entries()) {
        const parent = parts.slice(0, i + 1).join("/");
        const found = await (0,promises_.lstat)((0,external_node_path_.join)(folder, parent)).catch(() => undefined);
        if (found === undefined || found.isDirectory())
            continue;
        throw new errors/* OutputError */.u7(`${parent} is not a folder any more: ${path} cannot be put into the image's context.`, "Look for code that replaces it while the tests run, or for a file of that name.");
    }
    await (0,promises_.mkdir)((0,external_node_path_.join)(folder, (0,external_node_path_.dirname)(path)), { recursive: true });
    await (0,promises_.rm)((0,external_node_path_.join)(folder, path), { recursive: true, force: true });
    await write((0,external_node_path_.join)(folder, path));
}
/** Undefined where there is no such file, or a link that leads elsewhere. */
async function readInside(folder, name) {
    const real = await (0,promises_.realpath)((0,external_node_path_.join)(folder, name)).catch(() => "");
    return inside(await (0,promises_.realpath)(folder), real) ? (0,promises_.readFile)(real, "utf8").catch(() => undefined) : undefined;
}

;// CONCATENATED MODULE: ./lib/publish/image-context.js






/**
 * Fills a folder with what one generated Dockerfile copies, and nothing else: the root files, the binaries of its
 * platforms by `<platform>/<name>`, the files beside them; the sources only where it compiles them.
 */
async function makeContext(folder, build, image, plan, binaries, scratch) {
    const { inputs, project } = plan.facts;
    const copied = binaries.filter(({ platform }) => build.platforms.includes(platform));
    if (image.own !== undefined) {
        await copySources(project, folder, inputs);
        return addToOwnContext(folder, { path: image.own.path, text: build.dockerfile }, copied);
    }
    await makeRoot((0,external_node_path_.join)(folder, "root"), image, await certificateBundle(scratch, project, inputs));
    // Of everybody's, as the image's user reads it.
    if (inputs.imageTzdata)
        await (0,promises_.writeFile)((0,external_node_path_.join)(folder, "root/zoneinfo.zip"), await (0,checked_file/* readCheckedBytes */.bP)((0,external_node_path_.join)(scratch, "out/zoneinfo.zip")));
    for (const [i, { from }] of image.files.entries()) {
        await (0,promises_.cp)(await insidePath(project, from), (0,external_node_path_.join)(folder, "files", String(i)), {
            recursive: true,
            verbatimSymlinks: true,
        });
    }
    if (image.kind === "source") {
        await copySources(project, (0,external_node_path_.join)(folder, "source"), inputs);
    }
    else {
        await copyBinaries(copied, folder);
    }
    await (0,promises_.writeFile)((0,external_node_path_.join)(folder, "Dockerfile"), build.dockerfile);
    if (image.kind === "binary")
        await setTimes(folder);
}
async function copyBinaries(binaries, folder) {
    for (const { platform, name, file } of binaries) {
        await (0,promises_.mkdir)((0,external_node_path_.join)(folder, platform), { recursive: true });
        await (0,promises_.cp)(file, (0,external_node_path_.join)(folder, platform, name));
    }
}
async function makeRoot(root, { rootFiles }, bundle) {
    await (0,promises_.mkdir)((0,external_node_path_.join)(root, "etc/ssl/certs"), { recursive: true });
    await (0,promises_.mkdir)((0,external_node_path_.join)(root, "tmp"));
    await (0,promises_.chmod)((0,external_node_path_.join)(root, "tmp"), 0o1777);
    await (0,promises_.writeFile)((0,external_node_path_.join)(root, "etc/passwd"), rootFiles.passwd);
    await (0,promises_.writeFile)((0,external_node_path_.join)(root, "etc/group"), rootFiles.group);
    if (bundle !== "")
        await (0,promises_.writeFile)((0,external_node_path_.join)(root, "etc/ssl/certs/ca-certificates.crt"), bundle);
}
/** The roots of the container that ran the tests, and the user's own after them. */
async function certificateBundle(scratch, workspace, { caCertificates }) {
    const base = await (0,checked_file/* readChecked */.Yi)((0,external_node_path_.join)(scratch, "out", "ca-certificates.crt")).catch(() => "");
    const own = caCertificates === undefined ? "" : await (0,promises_.readFile)(await insidePath(workspace, caCertificates), "utf8");
    return base === "" || own === "" ? base + own : `${base.trimEnd()}\n${own}`;
}
async function copySources({ path }, folder, { output }) {
    const products = output.slice(0, output.indexOf("/"));
    const left = new Set([".git", "reports", products]);
    await (0,promises_.cp)(path, folder, {
        recursive: true,
        verbatimSymlinks: true,
        filter: (file) => !left.has((0,external_node_path_.relative)(path, file)),
    });
}

;// CONCATENATED MODULE: ./lib/registry/push-layout.js

/** Uploads at the same time. */
const width = 4;
/** Brings an image into a repository, under its digest and no tag. Gives the bytes that were not there yet. */
async function pushLayout(client, { root, children, blobs }) {
    const files = [...new Map(blobs.map(({ digest, file }) => [digest, file]))];
    let sent = 0;
    const worker = async () => {
        for (let next = files.shift(); next !== undefined; next = files.shift()) {
            const [digest, file] = next;
            sent += await client.upload(digest, await (0,external_node_fs_.openAsBlob)(file));
        }
    };
    await Promise.all(Array.from({ length: width }, worker));
    for (const manifest of [...children, root]) {
        const refused = await client.putManifest(manifest.digest, manifest);
        if (refused !== undefined)
            throw client.refusal(refused, "write");
    }
    return sent;
}

;// CONCATENATED MODULE: ./lib/registry/read-manifest.js

/** Reads a pushed image back, and believes only bytes whose digest is right. */
async function readManifest(registry, reference) {
    const { digest, type, bytes, manifest } = await registry.manifest(reference);
    const platforms = manifest.manifests
        ? await Promise.all(manifest.manifests.filter(isRunnable).map((child) => childPlatform(registry, child)))
        : [{ platform: await configPlatform(registry, manifest), digest, size: contentSize(registry, manifest) }];
    return { digest, mediaType: manifest.mediaType ?? type, size: bytes.length, platforms };
}
/** BuildKit keeps attestations beside the images, under a platform that does not exist. */
function isRunnable({ platform, annotations }) {
    return platform?.os !== "unknown" && annotations?.["vnd.docker.reference.type"] === undefined;
}
async function childPlatform(registry, child) {
    const { digest, manifest } = await registry.manifest(child.digest);
    const size = contentSize(registry, manifest);
    return {
        platform: child.platform ? platformName(child.platform) : await configPlatform(registry, manifest),
        digest,
        size,
    };
}
async function configPlatform(registry, { config }) {
    if (config === undefined)
        throw registry.strange("a manifest without a configuration");
    return platformName(await registry.config(config.digest));
}
function platformName({ os, architecture, variant = "" }) {
    return (0,inputs_target/* targetPlatform */.LM)({ os, arch: architecture, variant });
}
function contentSize(registry, { config, layers }) {
    if (config === undefined || layers === undefined)
        throw registry.strange("a manifest without layers");
    return [config, ...layers].reduce((sum, { size }) => sum + size, 0);
}

;// CONCATENATED MODULE: ./lib/registry/set-tag.js

/**
 * Lets a tag lead to a manifest that is there, and looks whether it does. One that does already stays untouched, so that a
 * run may be repeated where tags cannot be moved. `ref` is for messages.
 */
async function setTag(client, ref, tag, root) {
    const before = await client.digestOf(tag);
    if (before === root.digest)
        return;
    const refused = await client.putManifest(tag, root);
    if (refused !== undefined && before !== undefined && isImmutable(refused.status)) {
        throw new errors/* ImageError */.C8(`${ref} is ${before || "another image"} already, and the registry does not let it be moved to ${root.digest}: it answered ${refused.status}.`, "Give this image a tag of its own: a new version, or one with the commit. The pushed image stays under its digest.");
    }
    if (refused !== undefined)
        throw client.refusal(refused, "write");
    const { digest } = await client.manifest(tag);
    if (digest === root.digest)
        return;
    throw new errors/* ImageError */.C8(`${ref} is ${digest} in the registry, but ${root.digest} was pushed.`, "Somebody else has pushed the same tag meanwhile, or something between changes it. Give it a tag of its own, and run again.");
}
/** Refused, but not for want of a right: registries have no common word for it (400, 405, 409, 412, 422). */
function isImmutable(status) {
    return status >= 400 && status < 500 && ![401, 403, 404, 408, 429].includes(status);
}

;// CONCATENATED MODULE: external "node:stream"
const external_node_stream_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream");
// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __nccwpck_require__(6466);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __nccwpck_require__(8522);
// EXTERNAL MODULE: ./node_modules/tar-stream/index.js
var tar_stream = __nccwpck_require__(6118);
;// CONCATENATED MODULE: ./lib/publish/layer-files.js





/** sha256 of the wanted files in a layer, by their paths without a leading slash. */
async function layerFiles(layer, wanted) {
    const found = new Map();
    const archive = (0,tar_stream.extract)();
    const reading = (async () => {
        for await (const entry of archive) {
            const path = entry.header.name.replace(/^(\.?\/)+/, "");
            if (entry.header.type !== "file" || !wanted(path, entry.header.size ?? 0)) {
                entry.resume();
                continue;
            }
            const hash = (0,external_node_crypto_.createHash)("sha256");
            for await (const piece of entry)
                hash.update(piece);
            found.set(path, hash.digest("hex"));
        }
    })();
    const source = external_node_stream_namespaceObject.Readable.from([layer]);
    const unpacker = decompressor(layer);
    await Promise.all([
        unpacker === undefined ? (0,external_node_stream_promises_.pipeline)(source, archive) : (0,external_node_stream_promises_.pipeline)(source, unpacker, archive),
        reading,
    ]);
    return found;
}
/** By the first bytes: what a manifest says of a layer's kind is not always so. */
function decompressor(layer) {
    const starts = (...bytes) => bytes.every((byte, i) => layer[i] === byte);
    if (starts(0x1f, 0x8b))
        return (0,external_node_zlib_.createGunzip)();
    return starts(0x28, 0xb5, 0x2f, 0xfd) ? (0,external_node_zlib_.createZstdDecompress)() : undefined;
}

;// CONCATENATED MODULE: ./lib/publish/prove-binaries.js



/** The image holds what was tested, or the run says not. */
async function prove(registry, manifest, { image, binaries, log }) {
    if (image.kind === "source")
        return [];
    const proven = await proveBinaries(registry, manifest, binaries, image.kind);
    log.info(proven.length > 0
        ? `The registry holds the tested bytes: ${(0,human/* plural */.LS)(proven.length, "binary", "binaries")} compared.`
        : "The image holds none of the tested binaries: its Dockerfile makes its own.");
    return proven;
}
/**
 * Takes each platform's binaries out of the layers that the registry holds, and compares them with the tested ones. In an
 * image of ours they lie in the root, and one that is missing or another throws ImageError; in one of the user's own they
 * may lie anywhere, and those that are found are told.
 */
async function proveBinaries(registry, { platforms }, binaries, kind) {
    const find = kind === "binary" ? inTheRoot : anywhere;
    const proven = [];
    for (const { platform, digest } of platforms) {
        const own = binaries.filter((one) => one.platform === platform);
        proven.push(...(await find(await contentsOf(registry, digest), own)));
    }
    return proven;
}
async function inTheRoot(contents, own) {
    const held = await contents((path) => own.some(({ name }) => name === path), (found) => own.every(({ name }) => found.has(name)));
    return own.map(({ platform, name, path, sha256 }) => {
        if (held.get(name) !== sha256)
            throw otherBytes(platform, name, path, held.get(name));
        return { platform, path, inImage: `/${name}`, sha256 };
    });
}
async function anywhere(contents, own) {
    const held = await contents((_, size) => own.some((one) => one.size === size), (found) => own.every(({ sha256 }) => [...found.values()].includes(sha256)));
    return own.flatMap(({ platform, path, sha256 }) => {
        const [found] = [...held].find(([, inside]) => inside === sha256) ?? [];
        return found === undefined ? [] : [{ platform, path, inImage: `/${found}`, sha256 }];
    });
}
/** What the last layers hold outweighs those below. */
async function contentsOf(registry, digest) {
    const { manifest } = await registry.manifest(digest);
    return async (wanted, enough) => {
        let held = new Map();
        for (const layer of (manifest.layers ?? []).toReversed()) {
            if (enough(held))
                break;
            // What is held already lies above.
            held = new Map([...(await layerFiles(await registry.blob(layer), wanted)), ...held]);
        }
        return held;
    };
}
function otherBytes(platform, name, path, held) {
    const what = held === undefined ? "is missing" : `has the sha256 ${held}`;
    return new errors/* ImageError */.C8(`In the pushed image for ${platform}, /${name} ${what}: it is not the tested ${path}.`, "Do not use the image. Look for what changes files between the build and the registry, and push again.");
}

;// CONCATENATED MODULE: ./lib/publish/try-out.js




/** The image of the engine's own platform does what is asked of it, as the registry gives it: before any tag leads to it. */
async function tryPushed(ref, work) {
    if (work.image.trial === undefined)
        return;
    const text = (0,image_ref/* imageRefText */.wb)(ref);
    try {
        await work.engine.ensureImage(text, work.show).catch((error) => {
            if (!(error instanceof errors/* ImageError */.C8))
                throw error;
            throw new errors/* ImageError */.C8(`image-smoke-test: ${error.message}`, "The engine pulls what it is to try out: it must reach the registry as the push does. No tag leads to the image.");
        });
        await tryImage(text, "No tag leads to it.", work);
    }
    finally {
        await work.engine.removeImage(text);
    }
}
/** The same of an image that is not pushed, before it is named. */
async function tryBuilt(work) {
    const { image, engine, show, contexts, own, date } = work;
    if (image.trial === undefined)
        return;
    const { platform } = image.trial;
    const context = contexts[image.builds.findIndex(({ platforms }) => platforms.includes(platform))] ?? "";
    const ref = `gda-smoke-test:${(0,external_node_crypto_.randomBytes)(8).toString("hex")}`;
    try {
        await engine.buildImage({ context, platforms: [platform], into: { refs: [ref] }, own, date, ...image_work_plain }, show);
        await tryImage(ref, "It was not kept.", work);
    }
    finally {
        await engine.removeImage(ref);
    }
}
async function tryImage(ref, consequence, { image, engine, log, show }) {
    const { platform = "", args = [] } = image.trial ?? {};
    log.info(`image-smoke-test: ${args.join(" ")}`);
    const { exitCode, timedOut, said } = await engine.tryImage(ref, args, show);
    if (exitCode === 0)
        return;
    const how = timedOut ? "did not end within a minute" : `ended with exit code ${exitCode}`;
    throw new errors/* SmokeTestError */.wt(`image-smoke-test: the image for ${platform}, started with ${JSON.stringify(args.join(" "))}, ${how}${said === "" ? "" : `: ${said}`}`, `${consequence} The image has no network there, and no rights: a program that needs them takes other arguments for the test.`);
}

;// CONCATENATED MODULE: ./lib/publish/push-image.js










/**
 * Under its digest first, in each registry; then, when it is what was built and tested and does what it should, the tags.
 * A registry that fails does not keep the others from it.
 */
async function pushImage(made, work) {
    const places = work.image.names.map((name) => ({ name, client: undefined, failure: undefined }));
    for (const place of places) {
        await attempt(place, async () => {
            place.client = await openRepository(place.name, work.access);
            await pushDigest(place.client, place.name, made, work);
        });
    }
    const first = places.find(({ failure }) => failure === undefined);
    if (first?.client === undefined)
        throw failureOf(places);
    const { digest } = made.root;
    const manifest = allThere(await readManifest(first.client, digest), work);
    const proven = await prove(first.client, manifest, work);
    await tryPushed({ ...first.name, digest }, work);
    for (const place of places)
        await attempt(place, () => setTags(place, made, work));
    if (places.every(({ failure }) => failure))
        throw failureOf(places);
    return {
        digest,
        platforms: wantedPlatforms(work.image).flatMap((name) => manifest.platforms.filter((one) => one.platform === name)),
        proven,
        places: places.map(({ name, failure }) => placeOf(name, failure)),
        failure: places.some(({ failure }) => failure) ? failureOf(places) : undefined,
    };
}
async function attempt(place, work) {
    if (place.failure !== undefined)
        return;
    try {
        await work();
    }
    catch (error) {
        if (!(error instanceof errors/* ImageError */.C8))
            throw error;
        place.failure = error;
    }
}
async function pushDigest(client, name, made, { log }) {
    const sent = await pushLayout(client, made);
    log.info(`${(0,image_ref/* imageName */.tO)(name)}@${made.root.digest} is there: ${(0,human/* humanSize */.Xe)(sent)} sent.`);
}
async function setTags({ name, client }, { root }, { image, log }) {
    if (client === undefined)
        return;
    for (const tag of image.tags) {
        const ref = refText({ ...name, tag });
        await setTag(client, ref, tag, root);
        log.info(`${ref} is ${root.digest}`);
    }
}
/** Every wanted platform must be in it. */
function allThere(manifest, { image }) {
    const there = manifest.platforms.map(({ platform }) => platform);
    const missing = wantedPlatforms(image).filter((platform) => !there.includes(platform));
    if (missing.length === 0)
        return manifest;
    throw new errors/* ImageError */.C8(`The pushed image has nothing for ${missing.join(", ")} (it has ${there.join(", ") || "no platform"}); no tag leads to it.`, "The base image may not be there for that platform. Choose another, or leave the platform out.");
}
function placeOf(name, failure) {
    return { name: (0,image_ref/* imageName */.tO)(name), problem: failure?.message ?? "" };
}
function failureOf(places) {
    const failed = places.flatMap(({ failure }) => failure ?? []);
    const [first] = failed;
    if (first !== undefined && places.length === 1)
        return first;
    const good = places.filter(({ failure }) => failure === undefined).map(({ name }) => (0,image_ref/* imageName */.tO)(name));
    const rest = good.length === 0 ? "" : ` It is in ${good.join(", ")}.`;
    const problems = failed.map(({ message }) => message).join(" ");
    return new errors/* ImageError */.C8(`The image is not in ${failed.length} of ${places.length} registries. ${problems}${rest}`, first?.remedy ?? "");
}

;// CONCATENATED MODULE: ./lib/publish/image.js











/** Builds the image out of the tested binaries, pushes it if asked, and reads back what the registry then holds. */
async function publishImage(order) {
    const { plan, image, outcome, engine, log, scratch, signal } = order;
    const { inputs, project } = plan.facts;
    const access = { login: loginOf(inputs), insecure: engine.facts.insecureRegistries, signal };
    const contexts = image.builds.map((_, i) => (0,external_node_path_.join)(scratch, "image", String(i)));
    for (const [i, build] of image.builds.entries()) {
        await (0,promises_.mkdir)(contexts[i] ?? "", { recursive: true });
        await makeContext(contexts[i] ?? "", build, image, plan, outcome.binaries, scratch);
    }
    log.info(explanation(image, engine));
    const lines = new untrusted/* UntrustedLines */.M(log);
    const show = (_, text) => lines.write(text);
    const date = project.git.commitDate;
    return withSecrets(image.own?.secrets ?? [], project, scratch, (secrets) => {
        const own = image.own && { ...image.own, secrets, labels: image.labels };
        const { binaries } = outcome;
        const work = (loggedIn) => make({ image, binaries, engine: loggedIn, log, access, show, contexts, own, date }).finally(() => lines.end());
        return access.login !== undefined && pulls(image) ? engine.loggedIn(access.login, work) : work(engine);
    });
}
/** Whether the engine itself asks a registry for something. */
function pulls({ push, pullsBase, trial }) {
    return push && (pullsBase || trial !== undefined);
}
const contents = {
    binary: "the tested binaries are copied",
    source: "the sources are compiled inside",
    own: "by the repository's own Dockerfile, with the tested binaries in its context",
};
function explanation(image, { facts }) {
    const { kind, builds, push } = image;
    const content = contents[kind];
    const platforms = wantedPlatforms(image).join(", ");
    const way = builds.length > 1 ? "one build per platform and a manifest list" : "one build";
    return `Image for ${platforms}: ${content}; ${way} by ${facts.builder || facts.imageBuilder}${push ? ", pushed" : ", kept in the engine"}.`;
}
async function make(work) {
    const { image } = work;
    const { failure, ...pushed } = image.push ? await pushImage(await buildImage(work), work) : await image_kept(work);
    const published = {
        ...pushed,
        name: pushed.places
            .filter(({ problem }) => problem === "")
            .map(({ name }) => name)
            .join(", "),
        tags: image.tags,
        dockerfile: image.builds[0]?.dockerfile ?? "",
        kind: image.kind,
    };
    return { image: published, failure };
}
async function image_kept(work) {
    await tryBuilt(work);
    await keepImage(work);
    const places = work.image.names.map((name) => ({ name: (0,image_ref/* imageName */.tO)(name), problem: "" }));
    return { digest: "", platforms: [], proven: [], places, failure: undefined };
}

;// CONCATENATED MODULE: ./lib/leftovers/partial.js





/** The name of a file that is being written; it says whose it is. */
function partialName() {
    return `.gda-${(0,leftovers_owner/* ownerText */.d)((0,this_process/* thisProcess */.W)()).replaceAll("/", "_")}-${(0,external_node_crypto_.randomBytes)(8).toString("hex")}.partial`;
}
/** Removes from a folder what runs that were killed had begun to write there. */
async function sweepPartials(folder) {
    const here = (0,this_process/* surroundings */.i)();
    for (const name of await (0,promises_.readdir)(folder)) {
        const [, owner] = /^\.gda-(.+)-[0-9a-f]{16}\.partial$/.exec(name) ?? [];
        if (owner === undefined || !(0,leftovers_owner/* isAbandoned */.z)(owner.replaceAll("_", "/"), here))
            continue;
        await (0,promises_.rm)((0,external_node_path_.join)(folder, name), { force: true });
    }
}

;// CONCATENATED MODULE: ./lib/publish/place.js






/**
 * Puts files under their final names in the workspace: whole or not at all, and as the workspace owner's. The code under
 * test could write there, so that no link is followed out of it.
 */
class Placer {
    #workspace;
    constructor(workspace) {
        this.#workspace = workspace;
    }
    /** Takes a file over from outside the workspace. */
    async take(file, path, mode) {
        await this.#place(path, (partial) => (0,promises_.copyFile)(file, partial, external_node_fs_.constants.COPYFILE_EXCL), mode);
    }
    async write(path, content) {
        await this.#place(path, (partial) => (0,promises_.writeFile)(partial, content, { flag: "wx" }), 0o644);
    }
    async #place(path, fill, mode) {
        const final = (0,external_node_path_.join)(this.#workspace.path, path);
        const partial = (0,external_node_path_.join)((0,external_node_path_.dirname)(final), partialName());
        try {
            await this.#folder((0,external_node_path_.dirname)(final));
            await fill(partial);
            await (0,promises_.chmod)(partial, mode);
            await this.#own(partial);
            await (0,promises_.rename)(partial, final);
        }
        catch (error) {
            await (0,promises_.rm)(partial, { force: true });
            if (error instanceof errors/* ActionableError */.fU)
                throw error;
            const reason = error instanceof Error ? error.message : String(error);
            throw new errors/* OutputError */.u7(`${path} could not be written: ${reason}`, "Look after the disk and the rights of the workspace.");
        }
    }
    async #folder(path) {
        if (!inside(this.#workspace.path, await place_nearest(path))) {
            const name = (0,external_node_path_.relative)(this.#workspace.path, path);
            throw new errors/* OutputError */.u7(`${name} leads outside the workspace, through a link.`, "Remove the link, and run again.");
        }
        const first = await (0,promises_.mkdir)(path, { recursive: true });
        if (first === undefined)
            return sweepPartials(path);
        for (let at = path; !(0,external_node_path_.relative)(first, at).startsWith(".."); at = (0,external_node_path_.dirname)(at)) {
            // Whatever the umask: others than the owner collect what CI makes.
            await (0,promises_.chmod)(at, 0o755);
            await this.#own(at);
        }
    }
    /** Only root makes files for somebody else. */
    async #own(path) {
        const { uid, gid } = this.#workspace;
        if ((await (0,promises_.stat)(path)).uid !== uid)
            await (0,promises_.chown)(path, uid, gid);
    }
}
/** Where the path, as far as it exists, really leads. */
async function place_nearest(path) {
    const real = await (0,promises_.realpath)(path).catch((error) => {
        if (error.code === "ENOENT")
            return undefined;
        throw error;
    });
    return real ?? place_nearest((0,external_node_path_.dirname)(path));
}

;// CONCATENATED MODULE: ./lib/publish/publish.js












/**
 * Hands over what the run made. Binaries and image only after a pass; coverage and reports always, also when the image
 * could not be published. `elapsed` gives the seconds since the run began.
 */
async function publish(delivery, signal, elapsed) {
    const placer = new Placer(delivery.plan.facts.project);
    const checksums = await placeBinaries(delivery, placer);
    const { image, failure: imageFailure } = await attemptImage(delivery, signal);
    const wrong = delivery.outcome.trouble ?? imageFailure;
    signal.throwIfAborted();
    const report = {
        ...delivery.report,
        checksums,
        ...(wrong === undefined ? {} : withFailure(delivery.report, wrong)),
        seconds: elapsed(),
    };
    const reports = await placeReports({ ...delivery, report }, image, placer);
    const { artifacts, failure } = await uploadAll(wantedArtifacts({ ...delivery, report }, reports), delivery.host);
    return { report, published: { image, artifacts }, failure: wrong ?? failure };
}
async function attemptImage({ plan, outcome, report, engine, host, scratch }, signal) {
    const wanted = plan.image;
    if (wanted === undefined || report.verdict === "failed")
        return {};
    try {
        const order = { plan, image: wanted, outcome, engine, log: host.log, scratch, signal };
        return await host.log.group("image", () => publishImage(order));
    }
    catch (failure) {
        return { failure };
    }
}
/** Whatever the checks said: what the run was for did not come about. */
function withFailure({ notes }, failure) {
    const message = failure instanceof Error ? failure.message : String(failure);
    const failureClass = failure instanceof errors/* ActionableError */.fU ? failure.failureClass : "infrastructure";
    return { verdict: "failed", failureClass, notes: [message, ...notes] };
}
async function uploadAll(wanted, host) {
    const artifacts = [];
    let failure;
    for (const files of wanted) {
        try {
            artifacts.push(await host.upload(files));
        }
        catch (error) {
            failure ??= error;
        }
    }
    return { artifacts, failure };
}
/** Returns the path of the checksums, empty when there are none. */
async function placeBinaries({ plan, outcome: { binaries }, report }, placer) {
    if (report.verdict === "failed")
        return "";
    for (const { file, path } of binaries)
        await placer.take(file, path, 0o755);
    const [first] = binaries;
    if (!plan.facts.inputs.checksums || first === undefined)
        return "";
    const folder = commonFolder(binaries.map((binary) => binary.path));
    await placer.write(`${folder}/checksums.txt`, checksumsText(report.binaries, folder));
    return `${folder}/checksums.txt`;
}
function commonFolder(paths) {
    const [first = "", ...others] = paths.map(external_node_path_.posix.dirname);
    let folder = first;
    while (folder !== "." && !others.every((other) => `${other}/`.startsWith(`${folder}/`)))
        folder = external_node_path_.posix.dirname(folder);
    return folder;
}
async function placeReports({ plan: { facts }, outcome: { profile }, report, scratch }, image, placer) {
    const placed = [];
    const write = async (name, content) => {
        await placer.write(`reports/${name}`, content);
        placed.push(`reports/${name}`);
    };
    if (profile !== undefined) {
        await write("coverage.out", profile);
        await write("cobertura.xml", coberturaXml(profile, packageDirs(facts.project)));
        const page = await (0,checked_file/* readChecked */.Yi)((0,external_node_path_.join)(scratch, "out", "coverage.html")).catch(() => undefined);
        if (page !== undefined)
            await write("coverage.html", page);
    }
    if (report.tests !== undefined)
        await write("junit.xml", junitXml(report));
    const events = (0,external_node_path_.join)(scratch, "reports", "test.jsonl");
    if ((0,external_node_fs_.existsSync)(events)) {
        await placer.take(events, "reports/test.jsonl", 0o644);
        placed.push("reports/test.jsonl");
    }
    await write("report.json", jsonPieces({ ...report, image }));
    await write("summary.md", summaryMarkdown(report, { image, artifacts: [] }));
    return placed;
}
function wantedArtifacts({ plan: { facts }, report, host }, reports) {
    const { artifacts, artifactName, retentionDays } = facts.inputs;
    const prefix = artifactName ?? host.facts.job;
    const isCoverage = (path) => /\/(coverage\.(out|html)|cobertura\.xml)$/.test(path);
    const files = {
        binaries: [...report.binaries.map(({ path }) => path), ...(report.checksums === "" ? [] : [report.checksums])],
        coverage: reports.filter(isCoverage),
        reports: reports.filter((path) => !isCoverage(path)),
        none: [],
    };
    return artifacts
        .map((kind) => ({ name: prefix === "" ? kind : `${prefix}-${kind}`, files: files[kind], retentionDays }))
        .filter((artifact) => artifact.files.length > 0);
}

;// CONCATENATED MODULE: ./lib/publish/push-rights.js




/** A registry that does not answer in this time, in milliseconds, is left to the push, which says it better. */
const push_rights_deadline = 5_000;
/**
 * Asks each registry whether it would take a layer, before anything is compiled for it. Only a refusal counts: which
 * registries have no TLS is not known yet, and who stumbles now may be up again when the image is made.
 */
async function requirePushRights(inputs, signal, ask = fetch) {
    if (!inputs.push)
        return;
    const login = loginOf(inputs);
    const waiting = { ...patience, deadline: push_rights_deadline, tries: 2 };
    for (const name of inputs.image) {
        const client = await openRepository(name, { login, insecure: [], signal }, waiting, ask);
        const refused = await client.askToPush().catch(refusalOf);
        signal.throwIfAborted();
        if (refused === 401 || refused === 403) {
            const credentials = await credentialsFor(name.registry, login);
            throw refusal(name, refused, credentials?.username);
        }
    }
}
/** A login that is refused says so by an error; any other is no answer. */
function refusalOf(error) {
    const [, status] = error instanceof errors/* ImageError */.C8 ? (/^The registry answered (401|403) /.exec(error.message) ?? []) : [];
    return status === undefined ? undefined : Number(status);
}
function refusal(name, status, user) {
    const who = user === undefined ? "without a login" : `from ${user}`;
    const packages = name.registry === "ghcr.io"
        ? " On GitHub the job needs `permissions: packages: write`, and a package that exists already must give the repository write access."
        : "";
    return new errors/* ImageError */.C8(`${(0,image_ref/* imageName */.tO)(name)} takes no image ${who}: the registry answered ${status}. Nothing was compiled yet.`, `Check \`username\` and \`password\`, and that they may write there.${packages}`);
}

;// CONCATENATED MODULE: ./lib/registry/trust.js




/** Where docker is told of a registry's own roots. */
const engines = "/etc/docker/certs.d";
/** Lets this process trust the roots of `ca-certificates`, and those that the engine has for the image's registries. */
async function trustRoots({ image, caCertificates }, workspace, folder = engines) {
    const given = caCertificates === undefined ? [] : [await (0,promises_.readFile)(await insidePath(workspace, caCertificates), "utf8")];
    const registries = [...new Set(image.map(({ registry }) => registry))];
    const known = await Promise.all(registries.map((registry) => rootsIn((0,external_node_path_.join)(folder, registry))));
    const roots = [...given, ...known.flat()];
    if (roots.length > 0)
        external_node_tls_namespaceObject.setDefaultCACertificates([...external_node_tls_namespaceObject.getCACertificates("default"), ...roots]);
}
async function rootsIn(folder) {
    const names = await (0,promises_.readdir)(folder).catch(() => []);
    const files = names.filter((name) => name.endsWith(".crt")).map((name) => (0,external_node_path_.join)(folder, name));
    return Promise.all(files.map((file) => (0,promises_.readFile)(file, "utf8")));
}

;// CONCATENATED MODULE: ./lib/plan/reproduce.js

/** More lines than these nobody copies. */
const reproduce_most = 10;
/** What runs a red command again by hand: lines for a shell in the repository's root. Of tests, the failed ones alone. */
function reproductions(task, { tests }, facts, goImage) {
    const failed = tests === undefined ? [] : rerunsOf(innermostFailures(tests));
    const tasks = failed.length === 0 ? [task] : failed.map((rerun) => rerunTask(task, rerun, "", facts));
    return tasks.slice(0, reproduce_most).map((one) => shellLine(one, facts, goImage));
}
function shellLine({ command, workdir, env }, { inputs, project, engine }, goImage) {
    const mode = project.mode === "gopath" ? { GO111MODULE: "off", GOPATH: "/go" } : {};
    const { GOFLAGS: _, ...own } = env;
    const variables = [
        ...Object.entries({ ...mode, ...own }).map(([name, value]) => `${name}=${value}`),
        // The values may be secret.
        ...inputs.env.map(({ name }) => name),
    ];
    const options = ["--rm", ...variables.flatMap((one) => ["--env", one]), "--workdir", workdir];
    // What it makes is of no concern, and has no place there.
    const go = command
        .filter((word) => !/^-(coverprofile=|json$)/.test(word))
        .map((word, i, words) => (words[i - 1] === "-o" ? "/dev/null" : word));
    const line = (words) => words.map(reproduce_quoted).join(" ");
    // Root in podman's container is who started it; docker's is root outside, too.
    const user = engine.name === "docker" ? ['--user "$(id -u):$(id -g)" --env HOME=/tmp'] : [];
    const mount = `--volume "$PWD":${reproduce_quoted(project.containerPath)}`;
    return [line([engine.name, "run", ...options]), ...user, mount, line([goImage, ...go])].join(" ");
}
const reproduce_quoted = (word) => (/^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`);

;// CONCATENATED MODULE: ./lib/reading/changed-coverage.js


/** Meets a cover profile with the changed lines. */
function changedCoverage(profile, changed, dirs) {
    const blocks = (0,cover_profile/* parseProfile */.j)([profile])?.blocks ?? [];
    const measured = [...Map.groupBy(blocks, ({ file }) => file)].flatMap(([file, own]) => {
        const path = coveredPath(file, dirs);
        const lines = changed.get(path);
        return lines === undefined ? [] : changedFile(path, lines, own);
    });
    const files = measured.filter(({ lines }) => lines > 0).sort((a, b) => (a.file < b.file ? -1 : 1));
    const sum = (field) => files.reduce((total, one) => total + one[field], 0);
    return { lines: sum("lines"), covered: sum("covered"), files };
}
function changedFile(file, changed, blocks) {
    const placed = blocks.map(place).sort((a, b) => compare(a.from, b.from));
    const states = changed.map(({ line, column }) => ({
        line,
        count: column === 0 ? undefined : changed_coverage_innermost(placed, [line, column])?.count,
    }));
    const measured = states.filter(({ count }) => count !== undefined);
    return {
        file,
        lines: measured.length,
        covered: measured.filter(({ count }) => count !== 0).length,
        uncovered: uncoveredRanges(states),
    };
}
/** Neighbouring lines are one range, also where a line without a statement lies between them. */
function uncoveredRanges(states) {
    const ranges = [];
    let open;
    let previous = 0;
    for (const { line, count } of states) {
        if (line > previous + 1 || (count ?? 0) > 0)
            open = undefined;
        previous = line;
        if (count !== 0)
            continue;
        if (open === undefined) {
            open = { first: line, last: line };
            ranges.push(open);
        }
        open.last = line;
    }
    return ranges;
}
function place({ range, count }) {
    const [line = 0, column = 0, lastLine = 0, lastColumn = 0] = range.split(/[.,]/).map(Number);
    return { from: [line, column], to: [lastLine, lastColumn], count };
}
const compare = (a, b) => a[0] - b[0] || a[1] - b[1];
/** The last of the sorted blocks that holds the position. Blocks of Go's own hardly ever lie in each other. */
function changed_coverage_innermost(blocks, at) {
    let [low, high] = [0, blocks.length];
    while (low < high) {
        const middle = (low + high) >> 1;
        if (compare(blocks[middle]?.from ?? at, at) <= 0)
            low = middle + 1;
        else
            high = middle;
    }
    return blocks.slice(0, low).findLast(({ to }) => compare(at, to) < 0);
}

;// CONCATENATED MODULE: ./lib/report/low-coverage.js


const packagesNamed = 5;
/** That less is covered than `coverage-threshold` asks for, how much is missing, and where most of it is. */
function lowCoverageFinding(coverage, threshold) {
    const title = `Coverage is ${coverage?.percent ?? "0.0"}%, below its threshold of ${threshold}%`;
    const message = coverage === undefined ? "Nothing was measured." : missing(coverage, threshold);
    return { kind: "test", file: "", line: 0, column: 0, title, message };
}
function missing({ packages }, threshold) {
    const wanted = (threshold / 100) * (0,reading_coverage/* sum */.cz)(packages, "statements");
    const more = Math.max(1, Math.ceil(wanted - (0,reading_coverage/* sum */.cz)(packages, "covered")));
    const uncovered = packages
        .map((one) => ({ ...one, left: one.statements - one.covered }))
        .filter(({ left }) => left > 0)
        .sort((a, b) => b.left - a.left);
    const lines = uncovered
        .slice(0, packagesNamed)
        .map((one) => `  ${one.package}: ${one.left} of ${(0,human/* plural */.LS)(one.statements, "statement")}`);
    return [`${(0,human/* plural */.LS)(more, "more statement")} to be covered. Not covered are most in:`, ...lines].join("\n");
}

;// CONCATENATED MODULE: ./lib/report/make-report.js









/**
 * What the raw results mean. `goImage` is the image's reference with its digest, where a registry knows one; `earlier`
 * is what another run measured.
 */
function makeReport(plan, outcome, goImage, earlier) {
    const { inputs, project } = plan.facts;
    const results = outcome.steps.flatMap((step) => step.results.flatMap(({ reading }) => reading.tests ?? []));
    const steps = outcome.steps.map((step) => stepReport(step, plan.facts, goImage));
    const coverage = outcome.profile === undefined ? undefined : (0,reading_coverage/* readCoverage */.tn)(outcome.profile);
    const threshold = inputs.coverageThreshold;
    const low = belowThreshold(coverage, threshold) ? lowCoverageFinding(coverage, threshold) : undefined;
    const failureClass = make_report_classOf(steps, low !== undefined);
    return {
        verdict: failureClass === "" ? "passed" : "failed",
        failureClass,
        goVersion: project.go.version,
        goImage,
        steps: low ? steps.map((step) => (step.name === "test" ? withFinding(step, low) : step)) : steps,
        tests: results.length === 0 ? undefined : make_report_totals(results),
        testCases: results.flatMap(({ cases }) => cases),
        testedPackages: results.flatMap(({ packages }) => packages),
        coverage,
        earlierCoverage: earlier,
        changed: changedSince(project, outcome.profile),
        coverageThreshold: threshold,
        binaries: outcome.binaries.map(({ target, name, path, size, sha256 }) => ({ target, name, path, size, sha256 })),
        checksums: "",
        notes: [...notesOf(plan, outcome), ...outcome.notes],
        seconds: outcome.seconds,
    };
}
function changedSince({ changes, ...project }, profile) {
    if (changes === undefined)
        return undefined;
    const coverage = profile === undefined ? undefined : changedCoverage(profile, changes.lines, packageDirs(project));
    return { base: changes.base, files: [...changes.lines.keys()], coverage };
}
function make_report_classOf(steps, low) {
    if (steps.some(({ status }) => status === "timed out"))
        return "timeout";
    return low || steps.some(({ status }) => status === "failed") ? "checks" : "";
}
function stepReport(outcome, facts, goImage) {
    const { planned, withheld, results, seconds } = outcome;
    const findings = results.flatMap(({ reading }) => reading.findings);
    const red = results.filter(({ exitCode, reading }) => exitCode !== 0 || reading.findings.length > 0);
    const again = red.flatMap(({ task, reading }) => reproductions(task, reading, facts, goImage));
    const base = { name: planned.step.name, seconds, findings, again };
    if ("skipped" in planned)
        return { ...base, status: "skipped", detail: planned.skipped };
    if (withheld !== undefined)
        return { ...base, status: "skipped", detail: withheld };
    if (results.some(({ timedOut }) => timedOut) || findings.some(isTestTimeout)) {
        return { ...base, status: "timed out", detail: timeUp };
    }
    if (isGreen(outcome))
        return { ...base, status: "passed", detail: "" };
    if (results.some(isOutOfMemory))
        return { ...base, status: "failed", detail: "out of memory" };
    return {
        ...base,
        status: "failed",
        detail: failure(findings, results.map(({ exitCode }) => exitCode)),
    };
}
function isOutOfMemory({ exitCode, outOfMemory }) {
    return exitCode !== 0 && outOfMemory;
}
/** go's own `-timeout`, which ends the test binary with a panic that names it. */
function isTestTimeout({ message }) {
    return /^panic: test timed out after /m.test(message);
}
function failure(findings, exitCodes) {
    if (findings.length === 0)
        return `exit code ${Math.max(...exitCodes)}`;
    return findings.length === 1 ? "1 finding" : `${findings.length} findings`;
}
function withFinding(step, low) {
    return { ...step, status: "failed", detail: lowCoverage, findings: [...step.findings, low] };
}
function make_report_totals(results) {
    const cases = results.flatMap((result) => result.cases);
    const count = (wanted) => cases.filter(({ result }) => result === wanted).length;
    return { passed: count("passed"), failed: count("failed"), skipped: count("skipped"), flaky: count("flaky") };
}
const namedFlakes = 10;
/** The innermost tests alone: what encloses them failed because of them. */
function flakyNotes(results) {
    const cases = results.flatMap(({ reading }) => reading.tests?.cases ?? []);
    const inner = innermost(cases.filter(({ result }) => result === "flaky"));
    if (inner.length === 0)
        return [];
    const names = inner.slice(0, namedFlakes).map((one) => `${one.name} (${one.package})`);
    const rest = inner.length > namedFlakes ? ` and ${inner.length - namedFlakes} more` : "";
    return [`${(0,human/* plural */.LS)(inner.length, "flaky test")} failed, and passed when run again: ${names.join(", ")}${rest}.`];
}
function notesOf({ facts, image, binaries }, { steps }) {
    const { project } = facts;
    const notes = [...(image?.notes ?? [])];
    const built = steps.some(({ planned, results }) => planned.step.name === "build" && results.length > 0);
    if (built && binaries.length === 0) {
        notes.push("There is no main package: the packages were compiled for each target, and there is no binary.");
    }
    const empty = project.modules.filter(({ packages }) => packages.length === 0).map(({ dir }) => dir);
    if (empty.length > 0)
        notes.push(`No packages match in ${empty.join(", ")}: there is nothing to check.`);
    const newer = project.modules.find(({ goVersion }) => goVersion !== "" && !atLeast(project.go.version, goVersion));
    if (newer !== undefined && steps.some((step) => !isGreen(step))) {
        notes.push(`The go.mod in ${newer.dir} is written for Go ${newer.goVersion}, and the image has ${project.go.version}: what does not compile may be due to that. Set \`go-version: ${newer.goVersion}\`, or lower the \`go\` line.`);
    }
    const results = steps.flatMap((step) => step.results);
    notes.push(...results.flatMap(({ note }) => note ?? []), ...flakyNotes(results));
    if (steps.some(({ results }) => results.some(isOutOfMemory))) {
        notes.push("A process in the container was ended because it ran out of memory. Allow more with `memory`, or let fewer tests run side by side (`test-args: -p=1`).");
    }
    if (project.gitDir === "file") {
        notes.push("The repository's data lies outside the workspace (a worktree or submodule): binaries carry no version stamp of Go's.");
    }
    return notes;
}

;// CONCATENATED MODULE: ./lib/run.js


























/** The story: inputs, workspace, engine, project, plan, outcome, report, publication. */
function run(host, options) {
    const started = performance.now();
    const elapsed = () => (performance.now() - started) / 1000;
    return withPlan(host, options, async ({ plan, container, engine, image, keys, found, mode, folders, token, earlier }) => {
        const outcome = await execute(plan, container, host.log, folders.scratch, token);
        options.signal.throwIfAborted();
        const report = makeReport(plan, outcome, image.repositoryDigest || image.name, earlier);
        if (mode === "read-write" && !container.copied)
            await saveCache(host, keys.key, plan, report);
        const delivery = { plan, outcome, report, engine, host, scratch: folders.scratch };
        const publication = await publish(delivery, options.signal, elapsed);
        options.signal.throwIfAborted();
        await host.present(publication.report, publication.published);
        return { ...publication, cacheHit: found?.startsWith(keys.exact) ?? false };
    });
}
async function saveCache({ cache }, key, { facts }, { coverage }) {
    if (cache.shared && coverage !== undefined)
        await keepCoverage(cache.folder, coverage, facts.project.git.sha, facts.inputs);
    await cache.save(key);
}
/** A laptop's cache is shared by all projects: it tells of none. */
async function coverageInCache({ cache }, found, { git }, inputs) {
    return found !== undefined && cache.shared ? earlierCoverage(cache.folder, git.sha, inputs) : undefined;
}
/** Decides everything, and shows it: the plan, and every command line of a container. */
function dryRun(host, options) {
    return withPlan(host, options, async ({ plan, engine, spec }) => {
        const commands = plan.steps.flatMap((planned) => "tasks" in planned ? planned.tasks.map((task) => (0,plan_step/* commandOf */.N)(planned.step, task)) : []);
        return { ...planView(plan), commandLines: engine.describe(spec, commands) };
    });
}
/** The plan without its facts: among the inputs there may be a password. */
function planView({ facts, steps, binaries, image }) {
    return {
        goImage: facts.project.goImage,
        goVersion: facts.project.go.version,
        packages: facts.project.modules.flatMap(({ packages }) => packages.map(({ importPath }) => importPath)),
        steps: steps.map(({ step, ...planned }) => ({ name: step.name, ...planned })),
        binaries: binaries.map(({ name, target, path }) => ({ name, target, path })),
        image,
    };
}
async function withPlan(host, { connect, signal }, body) {
    const { log } = host;
    const { inputs, workspace } = await run_judge(host, signal);
    return withScratch(host, workspace, async (folders) => {
        const engine = await connect(inputs, folders);
        const sweeping = sweep(host, engine);
        const local = await log.group("go", () => engine.ensureImage(workspace.goImage, (_, text) => log.untrusted(text)));
        await sweeping;
        signal.throwIfAborted();
        const image = { ...local, name: workspace.goImage };
        const mode = cacheMode(inputs.cache, host.facts);
        const runId = (0,external_node_crypto_.randomBytes)(8).toString("hex");
        const keys = cacheKeys(workspace, image.repositoryDigest || image.id, inputs, runId, sha256);
        const found = mode === "off" ? undefined : await host.cache.restore(keys.key, keys.prefixes);
        const earlier = await coverageInCache(host, found, workspace, inputs);
        const hostFolders = await folders.prepare(mode === "off" ? undefined : host.cache.folder);
        const mark = { id: runId, owner: (0,leftovers_owner/* ownerText */.d)((0,this_process/* thisProcess */.W)()) };
        const socket = inputs.dockerSocket ? await handIn(engine, log) : undefined;
        const spec = containerSpec(workspace, inputs, engine.facts, hostFolders, mark, socket);
        signal.throwIfAborted();
        const container = await engine.start(spec);
        const stop = () => void container.remove();
        signal.addEventListener("abort", stop);
        try {
            signal.throwIfAborted();
            if (found !== undefined && host.cache.shared)
                await verifyModules(container, workspace, (0,external_node_path_.join)(hostFolders.cache, "pkg"), log);
            const token = await lendGitToken(inputs, container, folders.scratch);
            const project = await inspectProject(container, workspace, inputs, token.env);
            signal.throwIfAborted();
            log.info(`Go ${project.go.version} in ${image.repositoryDigest || image.name}, ${engine.facts.name} ${engine.facts.version}`);
            const plan = makePlan({ inputs, project, engine: engine.facts });
            return await body({ plan, engine, image, spec, container, folders, mode, keys, found, token, earlier });
        }
        finally {
            signal.removeEventListener("abort", stop);
            await container.remove();
        }
    }).catch((error) => {
        // Whatever broke because it was taken away is the cancellation's doing.
        signal.throwIfAborted();
        throw error;
    });
}
function handIn(engine, log) {
    log.warning("`docker-socket`: the engine's socket is in the container. The code under test can do on this machine whatever root can.");
    return engine.socket();
}
/** Removes what runs left that were killed together with everything that would have cleaned up after them. */
async function sweep({ facts, log }, engine) {
    try {
        // First what may still write into the folders.
        const swept = [...(await sweepContainers(engine)), ...(await sweepFolders(facts.temp))];
        if (swept.length > 0)
            log.info(`Removed what earlier runs left behind: ${swept.join(", ")}`);
    }
    catch {
        // The next run tries again.
    }
}
/** Reads the inputs and the workspace; everything wrong in both is said at once, before anything starts. */
async function run_judge(host, signal) {
    const { inputs, problems, notes } = parseInputs(host.inputs);
    for (const note of notes)
        host.log.info(note);
    if (inputs.password !== undefined)
        host.hide(inputs.password, inputs.username);
    if (inputs.gitToken !== undefined)
        host.hide(inputs.gitToken, gitUser);
    for (const value of secretValues(inputs))
        host.hide(value);
    const inspected = await inspectWorkspace(host.facts.workspace, inputs, host.facts);
    const { workspace, problems: inWorkspace } = inspected;
    const wrong = [
        ...problems,
        ...contradictions(inputs),
        ...inWorkspace,
        ...(await missingLogins(inputs)),
        ...missingSecrets(inputs),
    ];
    if (wrong.length > 0)
        throw new errors/* InputError */.dz(wrong);
    if (inputs.push)
        await trustRoots(inputs, workspace);
    await requirePushRights(inputs, signal);
    for (const note of inspected.notes)
        host.log.info(note);
    if (await holdsToken(workspace.path))
        host.log.warning(tokenWarning);
    return { inputs, workspace };
}
const tokenWarning = "The checkout has left a token in .git/config, where the code under test can read it. Check out with `persist-credentials: false`.";
function sha256(text) {
    return (0,external_node_crypto_.createHash)("sha256").update(text).digest("hex");
}


/***/ }),

/***/ 9518:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ untilSignal)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(452);

/** Aborts at the first SIGINT, SIGTERM or SIGHUP; those that follow change nothing, as the end is under way. */
function untilSignal() {
    const controller = new AbortController();
    for (const name of ["SIGINT", "SIGTERM", "SIGHUP"]) {
        process.on(name, () => {
            if (!controller.signal.aborted)
                controller.abort(new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CancelledError */ .cc(name));
        });
    }
    return controller.signal;
}


/***/ }),

/***/ 1394:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  p: () => (/* binding */ keepHeapSmall)
});

;// CONCATENATED MODULE: external "node:v8"
const external_node_v8_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:v8");
;// CONCATENATED MODULE: ./lib/small-heap.js

/**
 * V8 lets its heap grow with the machine's memory, which is there for the tests. Ten thousand failures with 100 MB of
 * output took 285 MB so, and take 160 MB with this, for a third more time of ours.
 */
function keepHeapSmall() {
    (0,external_node_v8_namespaceObject.setFlagsFromString)("--optimize-for-size");
}


/***/ })

/******/ });
/************************************************************************/
/******/ // The module cache
/******/ var __webpack_module_cache__ = {};
/******/ 
/******/ // The require function
/******/ function __nccwpck_require__(moduleId) {
/******/ 	// Check if module is in cache
/******/ 	var cachedModule = __webpack_module_cache__[moduleId];
/******/ 	if (cachedModule !== undefined) {
/******/ 		return cachedModule.exports;
/******/ 	}
/******/ 	// Create a new module (and put it into the cache)
/******/ 	var module = __webpack_module_cache__[moduleId] = {
/******/ 		// no module.id needed
/******/ 		// no module.loaded needed
/******/ 		exports: {}
/******/ 	};
/******/ 
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId].call(module.exports, module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/asset-relocator-loader */
/******/ if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
/******/ 
/******/ /* webpack/runtime/async module */
/******/ (() => {
/******/ 	var webpackQueues = typeof Symbol === "function" ? Symbol("webpack queues") : "__webpack_queues__";
/******/ 	var webpackExports = typeof Symbol === "function" ? Symbol("webpack exports") : "__webpack_exports__";
/******/ 	var webpackError = typeof Symbol === "function" ? Symbol("webpack error") : "__webpack_error__";
/******/ 	var resolveQueue = (queue) => {
/******/ 		if(queue && queue.d < 1) {
/******/ 			queue.d = 1;
/******/ 			queue.forEach((fn) => (fn.r--));
/******/ 			queue.forEach((fn) => (fn.r-- ? fn.r++ : fn()));
/******/ 		}
/******/ 	}
/******/ 	var wrapDeps = (deps) => (deps.map((dep) => {
/******/ 		if(dep !== null && typeof dep === "object") {
/******/ 			if(dep[webpackQueues]) return dep;
/******/ 			if(dep.then) {
/******/ 				var queue = [];
/******/ 				queue.d = 0;
/******/ 				dep.then((r) => {
/******/ 					obj[webpackExports] = r;
/******/ 					resolveQueue(queue);
/******/ 				}, (e) => {
/******/ 					obj[webpackError] = e;
/******/ 					resolveQueue(queue);
/******/ 				});
/******/ 				var obj = {};
/******/ 				obj[webpackQueues] = (fn) => (fn(queue));
/******/ 				return obj;
/******/ 			}
/******/ 		}
/******/ 		var ret = {};
/******/ 		ret[webpackQueues] = x => {};
/******/ 		ret[webpackExports] = dep;
/******/ 		return ret;
/******/ 	}));
/******/ 	__nccwpck_require__.a = (module, body, hasAwait) => {
/******/ 		var queue;
/******/ 		hasAwait && ((queue = []).d = -1);
/******/ 		var depQueues = new Set();
/******/ 		var exports = module.exports;
/******/ 		var currentDeps;
/******/ 		var outerResolve;
/******/ 		var reject;
/******/ 		var promise = new Promise((resolve, rej) => {
/******/ 			reject = rej;
/******/ 			outerResolve = resolve;
/******/ 		});
/******/ 		promise[webpackExports] = exports;
/******/ 		promise[webpackQueues] = (fn) => (queue && fn(queue), depQueues.forEach(fn), promise["catch"](x => {}));
/******/ 		module.exports = promise;
/******/ 		body((deps) => {
/******/ 			currentDeps = wrapDeps(deps);
/******/ 			var fn;
/******/ 			var getResult = () => (currentDeps.map((d) => {
/******/ 				if(d[webpackError]) throw d[webpackError];
/******/ 				return d[webpackExports];
/******/ 			}))
/******/ 			var promise = new Promise((resolve) => {
/******/ 				fn = () => (resolve(getResult));
/******/ 				fn.r = 0;
/******/ 				var fnQueue = (q) => (q !== queue && !depQueues.has(q) && (depQueues.add(q), q && !q.d && (fn.r++, q.push(fn))));
/******/ 				currentDeps.map((dep) => (dep[webpackQueues](fnQueue)));
/******/ 			});
/******/ 			return fn.r ? promise : getResult();
/******/ 		}, (err) => ((err ? reject(promise[webpackError] = err) : outerResolve(exports)), resolveQueue(queue)));
/******/ 		queue && queue.d < 0 && (queue.d = 0);
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/define property getters */
/******/ (() => {
/******/ 	// define getter functions for harmony exports
/******/ 	__nccwpck_require__.d = (exports, definition) => {
/******/ 		for(var key in definition) {
/******/ 			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/************************************************************************/
/******/ 
/******/ // startup
/******/ // Load entry module and return exports
/******/ // This entry module used 'module' so it can't be inlined
/******/ var __webpack_exports__ = __nccwpck_require__(9069);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
