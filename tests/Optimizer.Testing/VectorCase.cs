using System.Text.Json;

namespace Optimizer.Testing;

/// <summary>One case of a reference vector file. Printed as its id so that the test runner names it.</summary>
public sealed record VectorCase(string Id, JsonElement Root)
{
    public JsonElement Expected => Root.GetProperty("expected");

    /// <summary>The case as <c>calc</c> receives it: everything but the expected output.</summary>
    public string Line => JsonSerializer.Serialize(Root.EnumerateObject()
        .Where(property => property.Name != "expected")
        .ToDictionary(property => property.Name, property => property.Value));

    public override string ToString() => Id;
}
