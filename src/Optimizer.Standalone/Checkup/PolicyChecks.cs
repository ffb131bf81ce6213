using System.Text.RegularExpressions;
using Optimizer.Domain.Policies.Checks;
using Optimizer.Standalone.Policies;

namespace Optimizer.Standalone.Checkup;

/// <summary>Whether the policy reads and does not fight itself, and whether no secret stands in a file that people share.</summary>
internal static partial class PolicyChecks
{
    private static readonly string[] Endings = [".yaml", ".yml", ".json", ".csv", ".md", ".txt"];

    public static async Task<IReadOnlyList<Finding>> OfAsync(Patient patient, CancellationToken cancellationToken)
    {
        var findings = new List<Finding>();
        var file = File.Exists(patient.PolicyFile) ? patient.PolicyFile : null;
        try
        {
            var book = await new PolicySource(patient.Folder).PolicyAsync(file, cancellationToken);
            var (plays, _) = await PlayChecks.ReadAsync(patient, cancellationToken);
            var said = PolicyLint.Of(book, plays);
            var fix = $"optimizer policy lint {Patient.Shell(patient.PolicyFile)}   says each line; edit the file";
            findings.AddRange(said.Select(each => each.Kind == FindingKind.Fights ? Finding.Fail("policy", each.ToString(), fix) : Finding.Warn("policy", each.ToString(), fix)));
            if (said.Count == 0)
            {
                findings.Add(Finding.Ok("policy", file is null ? "no policy.yaml: what is in force, or the built-in defaults, hold" : $"{file} reads, and nothing in it fights"));
            }
        }
        catch (PolicyReadException fault)
        {
            findings.AddRange(fault.Lines.Select(line => Finding.Fail("policy", line, $"correct it, then: optimizer policy lint {Patient.Shell(patient.PolicyFile)}")));
        }

        findings.AddRange(Secrets(patient));
        return findings;
    }

    private static List<Finding> Secrets(Patient patient)
    {
        var found = new List<Finding>();
        foreach (var file in Texts(patient))
        {
            var at = 0;
            foreach (var line in File.ReadLines(file))
            {
                at++;
                if (Secret().Match(line) is { Success: true } match)
                {
                    found.Add(Finding.Fail("secrets", $"{file}:{at}: holds what looks like a secret ({match.Value[..4]}…)", "take it out of the file, put it into an environment variable, and make a new one: this one has been seen"));
                }
            }
        }

        return found.Count > 0 ? found : [Finding.Ok("secrets", "none in definitions or policy")];
    }

    private static IEnumerable<string> Texts(Patient patient) =>
        new[] { patient.PolicyFile }.Where(File.Exists).Concat(
            Directory.Exists(patient.PlaysFolder)
                ? Directory.EnumerateFiles(patient.PlaysFolder, "*", SearchOption.AllDirectories).Where(file => Endings.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase))
                : []);

    // Our own tokens, and the beginnings that large vendors give theirs.
    [GeneratedRegex("opt_[0-9a-f]{12}_[0-9a-f]{64}|\\b(?:sk-[A-Za-z0-9_-]{20,}|phx_[A-Za-z0-9]{20,}|xox[abp]-[A-Za-z0-9-]{20,}|ghp_[A-Za-z0-9]{30,}|AKIA[0-9A-Z]{16})\\b", RegexOptions.CultureInvariant)]
    private static partial Regex Secret();
}
