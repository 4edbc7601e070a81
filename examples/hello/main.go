// Hello is a small HTTP service: it greets, and serves the page that it is given.
package main

import (
	"fmt"
	"log"
	"net/http"
	"os"

	"example.org/acme/hello/greet"
)

var version = "dev"

const help = `hello [serve|greet NAME|help]

  serve        answer on $ADDRESS (:8080)
  greet NAME   print a greeting
  help         this text
`

func main() {
	args := os.Args[1:]
	if len(args) == 0 {
		fmt.Println("hello", version)
		return
	}
	switch args[0] {
	case "serve":
		address := os.Getenv("ADDRESS")
		if address == "" {
			address = ":8080"
		}
		log.Printf("hello %s listens on %s", version, address)
		log.Fatal(http.ListenAndServe(address, handler("/web")))
	case "greet":
		name := ""
		if len(args) > 1 {
			name = args[1]
		}
		fmt.Println(greet.Hello(name))
	case "help":
		fmt.Print(help)
	default:
		fmt.Fprint(os.Stderr, help)
		os.Exit(2)
	}
}

// handler greets at /hello and serves the files of a folder at /.
func handler(folder string) http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("/hello", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprintln(w, greet.Hello(r.URL.Query().Get("name")))
	})
	mux.Handle("/", http.FileServer(http.Dir(folder)))
	return mux
}
