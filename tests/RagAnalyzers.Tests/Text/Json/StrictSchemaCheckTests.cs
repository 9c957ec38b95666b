using RagAnalyzers.Text.Json;

namespace RagAnalyzers.Tests.Text.Json;

/// <summary>What keeps a schema out of the strict subset, and what the repairs make of it.</summary>
public sealed class StrictSchemaCheckTests
{
    [Theory]
    [InlineData("""{ "type": "object", "properties": {}, "required": [], "additionalProperties": false }""")]
    [InlineData("""{ "type": "object", "properties": {}, "additionalProperties": false }""")]
    [InlineData(
        """{ "type": "object", "properties": { "a": { "type": ["string", "null"], "pattern": "^x", "format": "date" } }, "required": ["a"], "additionalProperties": false }"""
    )]
    [InlineData(
        """{ "type": "object", "properties": { "a": { "type": "array", "items": { "type": "integer", "minimum": 1 }, "minItems": 1 } }, "required": ["a"], "additionalProperties": false }"""
    )]
    [InlineData(
        """{ "type": "object", "properties": { "a": { "anyOf": [ { "type": "string" }, { "$ref": "#/$defs/n" } ] } }, "required": ["a"], "additionalProperties": false, "$defs": { "n": { "enum": [1, 2] } } }"""
    )]
    [InlineData(
        """{ "type": "object", "properties": { "type": { "type": "string" }, "properties": { "type": "string" }, "allOf": { "type": "string" } }, "required": ["type", "properties", "allOf"], "additionalProperties": false }"""
    )]
    [InlineData(
        """{ "$schema": "x", "title": "t", "description": "d", "type": "object", "properties": { "a": { "const": 1 } }, "required": ["a"], "additionalProperties": false }"""
    )]
    public void Fits(string schema) => Assert.Empty(StrictSchemaCheck.Problems(schema));

    [Theory]
    [InlineData(
        """{ "type": "object", "properties": { "a": { "type": "string" } }, "required": ["a"] }""",
        "$",
        "there is no 'additionalProperties': false"
    )]
    [InlineData(
        """{ "type": "object", "properties": { "a": { "type": "string" } }, "additionalProperties": false }""",
        "$",
        "'a' is not in 'required'"
    )]
    [InlineData(
        """{ "type": "object", "properties": { "a": { "type": "string" }, "b": { "type": "string" }, "c": { "type": "string" } }, "required": [ "b" ], "additionalProperties": false }""",
        "$",
        "'a' and 'c' are not in 'required'"
    )]
    [InlineData(
        """{ "type": "object", "properties": { "a": { "type": "string" } }, "required": ["a", "b"], "additionalProperties": false }""",
        "$",
        "'required' names 'b', which is no property"
    )]
    [InlineData(
        """{ "type": "object", "properties": { "a": { "type": "object", "properties": { "b": { "type": "string" } }, "required": ["b"] } }, "required": ["a"], "additionalProperties": false }""",
        "$.properties.a",
        "there is no 'additionalProperties': false"
    )]
    [InlineData(
        """{ "type": "object", "properties": { "a": { "type": "array", "items": { "type": "object", "properties": { "b": { "type": "string" } }, "required": ["b"], "additionalProperties": true } } }, "required": ["a"], "additionalProperties": false }""",
        "$.properties.a.items",
        "'additionalProperties' is true"
    )]
    [InlineData(
        """{ "type": "object", "properties": { "a": { "type": "object", "additionalProperties": { "type": "string" } } }, "required": ["a"], "additionalProperties": false }""",
        "$.properties.a",
        "'additionalProperties' is a schema: keys that only the answer knows are not possible"
    )]
    [InlineData(
        """{ "type": "object", "properties": { "a": { "$ref": "#/$defs/n" } }, "required": ["a"], "additionalProperties": false, "$defs": { "n": { "type": "object", "properties": { "b": { "type": "string" } }, "required": [], "additionalProperties": false } } }""",
        "$.$defs.n",
        "'b' is not in 'required'"
    )]
    [InlineData(
        """{ "type": "object", "properties": { "a": { "$ref": "#/definitions/n" } }, "required": ["a"], "additionalProperties": false, "definitions": { "n": { "oneOf": [] } } }""",
        "$.definitions.n",
        "'oneOf' is not supported"
    )]
    [InlineData(
        """{ "type": "object", "properties": { "a": { "anyOf": [ { "type": "string" }, { "type": "object", "properties": {}, "additionalProperties": true } ] } }, "required": ["a"], "additionalProperties": false }""",
        "$.properties.a.anyOf[1]",
        "'additionalProperties' is true"
    )]
    [InlineData(
        """{ "type": "object", "properties": { "a": { "type": "array" } }, "required": ["a"], "additionalProperties": false }""",
        "$.properties.a",
        "the array has no 'items'"
    )]
    [InlineData(
        """{ "type": "object", "properties": { "a": { "description": "d" } }, "required": ["a"], "additionalProperties": false }""",
        "$.properties.a",
        "there is no 'type'"
    )]
    [InlineData(
        """{ "type": "object", "properties": { "a": "string" }, "required": ["a"], "additionalProperties": false }""",
        "$.properties.a",
        "this is no schema"
    )]
    [InlineData(
        """{ "properties": { "a": { "type": "string" } }, "required": ["a"], "additionalProperties": false }""",
        "$",
        "there is no 'type': \"object\""
    )]
    [InlineData(
        """{ "type": ["object", "null"], "properties": { "a": { "type": "string" } }, "required": ["a"], "additionalProperties": false }""",
        "$",
        "the root's 'type' is not \"object\""
    )]
    [InlineData("""{ "anyOf": [ { "type": "string" }, { "type": "integer" } ] }""", "$", "the root is a choice ('anyOf')")]
    [InlineData(
        """{ "type": "object", "properties": { "a": { "type": "string" } }, "required": true, "additionalProperties": false }""",
        "$",
        "'required' is no array"
    )]
    [InlineData("""{ "type": "object", }""", "$", "the text is not JSON: '}' stands where a property's name should (line 1)")]
    [InlineData("[]", "$", "this is no schema")]
    public void Has_one_problem(string schema, string path, string what)
    {
        var problem = Assert.Single(StrictSchemaCheck.Problems(schema));
        Assert.Equal((path, what), (problem.Path, problem.What));
    }

    [Theory]
    [InlineData("allOf")]
    [InlineData("oneOf")]
    [InlineData("not")]
    [InlineData("if")]
    [InlineData("then")]
    [InlineData("else")]
    [InlineData("dependentRequired")]
    [InlineData("dependentSchemas")]
    public void Unsupported_keywords_are_found_and_not_repaired(string keyword)
    {
        var schema =
            $$"""{ "type": "object", "properties": { "a": { "type": "string", "{{keyword}}": {} } }, "required": ["a"], "additionalProperties": false }""";
        var problem = Assert.Single(StrictSchemaCheck.Problems(schema));
        Assert.Equal($"'{keyword}' is not supported", problem.What);
        Assert.Empty(problem.Repair);
    }

    [Fact]
    public void Several_problems_come_in_the_order_of_the_text() =>
        Assert.Equal(
            ["$", "$", "$.properties.a", "$.properties.a"],
            StrictSchemaCheck
                .Problems(
                    """{ "type": "object", "properties": { "a": { "type": "object", "properties": { "b": { "type": "string" } } } } }"""
                )
                .Select(problem => problem.Path)
        );

    [Theory]
    [InlineData(
        """{"type":"object","properties":{"a":{"type":"string"}}}""",
        """{"type":"object","properties":{"a":{"type":["string","null"]}},"required":["a"],"additionalProperties":false}"""
    )]
    [InlineData(
        """{ "type": "object", "properties": { "a": { "type": "string" }, "b": { "type": ["integer", "null"] } }, "required": [ "a" ] }""",
        """{ "type": "object", "properties": { "a": { "type": "string" }, "b": { "type": ["integer", "null"] } }, "required": [ "a", "b" ], "additionalProperties": false }"""
    )]
    [InlineData(
        """{ "type": "object", "properties": { "a": { "type": "string", "enum": ["x", "y"] } }, "required": [], "additionalProperties": true }""",
        """{ "type": "object", "properties": { "a": { "type": ["string", "null"], "enum": ["x", "y", null] } }, "required": ["a"], "additionalProperties": false }"""
    )]
    [InlineData(
        """{ "type": "object", "properties": { "a": { "$ref": "#/$defs/n" }, "b": { "anyOf": [ { "type": "string" }, { "type": "integer" } ] } }, "additionalProperties": false, "$defs": { "n": { "type": "string" } } }""",
        """{ "type": "object", "properties": { "a": { "anyOf": [ { "$ref": "#/$defs/n" }, { "type": "null" } ] }, "b": { "anyOf": [ { "type": "string" }, { "type": "integer" }, { "type": "null" } ] } }, "additionalProperties": false, "$defs": { "n": { "type": "string" } }, "required": ["a", "b"] }"""
    )]
    [InlineData(
        """{ "properties": { "a": { "type": "string" } }, "required": ["a"] }""",
        """{ "type": "object", "properties": { "a": { "type": "string" } }, "required": ["a"], "additionalProperties": false }"""
    )]
    public void Is_repaired(string schema, string repaired)
    {
        var problems = StrictSchemaCheck.Problems(schema);
        Assert.All(problems, problem => Assert.NotEmpty(problem.Repair));
        Assert.Equal(repaired, JsonTextEdit.Apply(schema, problems.SelectMany(problem => problem.Repair)));
        Assert.Empty(StrictSchemaCheck.Problems(repaired));
    }

    [Fact]
    public void Is_repaired_on_lines_of_its_own()
    {
        const string Schema = """
            {
              "type": "object",
              "properties": {
                "steps": {
                  "type": "array",
                  "items": {
                    "type": "object",
                    "properties": { "text": { "type": "string" } },
                    "required": [ "text" ]
                  }
                }
              },
              "required": [
                "steps"
              ]
            }
            """;
        Assert.Equal(
            Schema
                .Replace("\"required\": [ \"text\" ]", "\"required\": [ \"text\" ],\n        \"additionalProperties\": false")
                .Replace("    \"steps\"\n  ]", "    \"steps\"\n  ],\n  \"additionalProperties\": false"),
            JsonTextEdit.Apply(Schema, StrictSchemaCheck.Problems(Schema).SelectMany(problem => problem.Repair))
        );
    }

    // Closing an object of which nothing is known would leave it empty for ever; a constant that may be missing has no nullable form.
    [Theory]
    [InlineData("""{ "type": "object", "properties": { "a": { "type": "object" } }, "required": ["a"], "additionalProperties": false }""")]
    [InlineData("""{ "type": "object", "properties": { "a": { "const": "x" } }, "additionalProperties": false }""")]
    [InlineData(
        """{ "type": "object", "properties": { "a": { "type": "object", "additionalProperties": { "type": "string" } } }, "required": ["a"], "additionalProperties": false }"""
    )]
    [InlineData("""{ "name": "string" }""")]
    public void Is_not_repaired(string schema) => Assert.Contains(StrictSchemaCheck.Problems(schema), problem => problem.Repair.IsEmpty);
}
