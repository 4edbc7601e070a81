// Package greet makes greetings.
package greet

import "strings"

// Hello greets somebody, or the world.
func Hello(name string) string {
	name = strings.TrimSpace(name)
	if name == "" {
		name = "world"
	}
	return "Hello, " + name + "!"
}
