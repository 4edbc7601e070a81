package main

import (
	"io"
	"net/http"
	"net/http/httptest"
	"testing"
)

func TestHandler(t *testing.T) {
	server := httptest.NewServer(handler("web"))
	defer server.Close()
	for path, want := range map[string]string{
		"/hello":          "Hello, world!\n",
		"/hello?name=Ada": "Hello, Ada!\n",
	} {
		t.Run(path, func(t *testing.T) {
			response, err := http.Get(server.URL + path)
			if err != nil {
				t.Fatal(err)
			}
			defer response.Body.Close()
			body, err := io.ReadAll(response.Body)
			if err != nil {
				t.Fatal(err)
			}
			if string(body) != want {
				t.Errorf("%s: got %q, want %q", path, body, want)
			}
		})
	}
}

func TestPage(t *testing.T) {
	server := httptest.NewServer(handler("web"))
	defer server.Close()
	response, err := http.Get(server.URL + "/")
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	if response.StatusCode != http.StatusOK {
		t.Errorf("got status %d, want 200", response.StatusCode)
	}
}
