using System.CommandLine;
using System.Globalization;
using Optimizer.Benchmarks.Plays;

namespace Optimizer.Benchmarks.AzureScale;

/// <summary>What many plays would ask of Azure Storage, from the histories of the embedded engine.</summary>
internal static class AzureScaleCommand
{
    public static Command Build()
    {
        var plays = new Option<int>("--plays") { Description = "Plays that are run and counted.", DefaultValueFactory = _ => 80 };
        var weeks = new Option<int>("--weeks") { Description = "Virtual weeks that are counted.", DefaultValueFactory = _ => 8 };
        var before = new Option<int>("--weeks-before") { Description = "Virtual weeks before them.", DefaultValueFactory = _ => 4 };
        var write = new Option<bool>("--write") { Description = "Writes results/azure-scale.md." };
        var command = new Command("azure-scale", "Messages, requests and rows of 100 to 100,000 plays on Azure Storage, from their histories, against its limits.") { plays, weeks, before, write };
        foreach (var (option, least) in new[] { (plays, 1), (weeks, 1), (before, 0) })
        {
            option.Validators.Add(parsed =>
            {
                if (parsed.GetValueOrDefault<int>() < least)
                {
                    parsed.AddError($"{option.Name} must be at least {least}");
                }
            });
        }

        command.SetAction(parsed => RunAsync(parsed.GetValue(plays), parsed.GetValue(weeks), parsed.GetValue(before), parsed.GetValue(write)));
        return command;
    }

    private static async Task<int> RunAsync(int plays, int weeks, int before, bool write)
    {
        var folder = Directory.CreateTempSubdirectory("optimizer-azure-scale-");
        try
        {
            var count = await ScaleDays.RunAsync(plays, weeks, before, ScaleRun.Policy(plays), folder.FullName);
            var page = AzureScalePage.Of(count, string.Create(CultureInfo.InvariantCulture, $"azure-scale --plays {plays} --weeks {weeks} --weeks-before {before}"));
            Console.Out.Write(page);
            if (write)
            {
                Results.Write("azure-scale.md", page);
            }

            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
