using Optimizer.Testing;

namespace Optimizer.Functions.Tests.Kit;

/// <summary>Definitions as people write them: those of the samples.</summary>
internal static class PlayText
{
    public const string Slug = "onboarding-checklist";

    public static string Sample { get; } = File.ReadAllText(Repository.Files("samples", "*.yaml").First(file => Path.GetFileNameWithoutExtension(file) == Slug));

    public static string Policy { get; } = File.ReadAllText(Repository.File("samples", "policy.yaml"));
}
