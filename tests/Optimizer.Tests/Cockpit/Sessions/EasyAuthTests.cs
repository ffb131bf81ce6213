using System.Text;
using System.Text.Json;
using Optimizer.Domain.Identity;
using Optimizer.Tests.Cockpit.Kit;

namespace Optimizer.Tests.Cockpit.Sessions;

public sealed class EasyAuthTests
{
    [Fact]
    public async Task Header_WhereNobodyWasTold_SaysNothing()
    {
        await using var kit = await ApiKit.OpenAsync();
        await kit.TokenAsync(Role.Admin, "ana@example.com");
        using var page = await PageKit.OpenAsync(kit, null);
        Assert.Equal(302, (await page.GetAsync("/activity", Principal("ana@example.com"))).Status);
    }

    [Fact]
    public async Task Header_BehindTheFrontDoor_IsWhoHasATokenOfTheName()
    {
        await using var kit = await ApiKit.OpenAsync(trustsEasyAuth: true);
        await kit.TokenAsync(Role.Viewer, "ana@example.com");
        await kit.TokenAsync(Role.Admin, "bot@example.com", isHuman: false);
        using var page = await PageKit.OpenAsync(kit, null);

        var answer = await page.GetAsync("/activity", Principal("Ana@Example.com"));

        Assert.Equal(200, answer.Status);
        Assert.Contains("ana@example.com", answer.Text, StringComparison.Ordinal);
        Assert.Equal(403, (await page.GetAsync("/activity", Principal("eve@example.com"))).Status);
        Assert.Equal(403, (await page.GetAsync("/activity", Principal("bot@example.com"))).Status);
        Assert.Equal(403, (await page.GetAsync("/activity", ("X-MS-CLIENT-PRINCIPAL", "no base64"))).Status);
        Assert.Equal(401, (await page.GetAsync("/api/plays", Principal("ana@example.com"))).Status);
    }

    private static (string, string) Principal(string name) => ("X-MS-CLIENT-PRINCIPAL", Convert.ToBase64String(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(new
    {
        auth_typ = "aad",
        claims = new[] { new { typ = "preferred_username", val = name } },
        name_typ = "name",
        role_typ = "roles",
    }))));
}
