using Xunit.Abstractions;

namespace Optimizer.Conformance.Tests.Stores;

/// <summary>Suites on a class, or inside one, that are skipped visibly where an environment variable is not set.</summary>
/// <param name="variable">Its name.</param>
/// <param name="meaning">What it is to hold.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class NeedsSettingAttribute(string variable, string meaning) : Attribute
{
    public string Variable => variable;

    public string Meaning => meaning;

    /// <summary>Why the tests of a class cannot run here; null when they can.</summary>
    internal static string? Missing(ITestMethod method)
    {
        for (var type = ((IReflectionTypeInfo)method.TestClass.Class).Type; type is not null; type = type.DeclaringType)
        {
            if (GetCustomAttribute(type, typeof(NeedsSettingAttribute)) is NeedsSettingAttribute needs
                && string.IsNullOrEmpty(Environment.GetEnvironmentVariable(needs.Variable)))
            {
                return $"{needs.Variable} is not set: {needs.Meaning}";
            }
        }

        return null;
    }
}
