using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Optimizer.Domain.Policies;
using Optimizer.Workflows.Definitions.Documents;
using Optimizer.Workflows.Definitions.PolicyParts;
using Optimizer.Workflows.Definitions.Reading;

namespace Optimizer.Workflows.Definitions;

/// <summary>A policy file: YAML or JSON, one document.</summary>
/// <param name="Policy">Null when something is wrong.</param>
/// <param name="Problems">What.</param>
public sealed record PolicyFile(PolicyBook? Policy, IReadOnlyList<DefinitionProblem> Problems)
{
    private const int HashDigits = 8;

    /// <summary>Reads all of it or nothing: a policy with a problem rules nobody. No text makes it throw.</summary>
    /// <param name="text">The whole file.</param>
    /// <param name="file">Its name, for messages and for the places of values.</param>
    public static PolicyFile Read(string text, string file)
    {
        ArgumentNullException.ThrowIfNull(text);
        var documents = DocumentText.Split(text);
        if (documents is not [var document])
        {
            return new(null, [documents.Count == 0
                ? new(file, 1, "", "holds no policy; needs at least a version")
                : new(file, documents[1].FirstLine, "", "a second document begins here; a policy is one document")]);
        }

        var problems = new ProblemList(file, document.FirstLine);
        var node = NodeReader.Read(document, problems);
        var book = node is null ? null : BookReader.Read(node, file, problems);
        return problems.IsEmpty && book is not null
            ? new(book.Policy with { Version = VersionOf(book.Version, text) }, [])
            : new(null, problems.Found);
    }

    // The text as it stands: another comment is another file, and a ruling names the exact one.
    private static string VersionOf(int version, string text)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
        return string.Create(CultureInfo.InvariantCulture, $"{version}/{hash[..HashDigits]}");
    }
}
