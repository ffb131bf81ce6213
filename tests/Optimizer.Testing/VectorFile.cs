using System.Text.Json;

namespace Optimizer.Testing;

/// <summary>A file of reference cases: formulas and tolerance in its header, then cases with expected outputs.</summary>
public static class VectorFile
{
    /// <summary>The cases of a file; none where the reference folder is absent.</summary>
    public static IReadOnlyList<VectorCase> Load(string name)
    {
        if (SharedFolder.Path is null)
        {
            return [];
        }

        using var document = JsonDocument.Parse(File.ReadAllBytes(SharedFolder.File("vectors", name + ".json")));
        return [.. document.RootElement.GetProperty("cases").EnumerateArray()
            .Select(item => item.Clone())
            .Select(item => new VectorCase(item.GetProperty("id").GetString()!, item))];
    }

    /// <summary>The case with an id.</summary>
    public static VectorCase Find(string name, string id) => Load(name).Single(item => item.Id == id);

    /// <summary>Ids of a file's cases, as rows of a theory; one placeholder row where the folder is absent, so that the skip shows.</summary>
    public static IEnumerable<object[]> Rows(params string[] names) => SharedFolder.Path is null
        ? [["(absent)", "(absent)"]]
        : names.SelectMany(name => Load(name).Select(item => new object[] { name, item.Id }));
}
