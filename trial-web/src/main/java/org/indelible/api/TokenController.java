package org.indelible.api;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.time.Instant;
import java.util.Optional;
import org.indelible.security.ApiTokens;
import org.indelible.security.ApiTokens.IssuedToken;
import org.indelible.security.PasskeyNeeded;
import org.indelible.security.SecondFactorNeeded;
import org.indelible.security.SignIn;
import org.indelible.security.SignedInPerson;
import org.indelible.shared.DomainRefusal;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /api/v1/token}: a bearer token for a user name and a password. */
@RestController
class TokenController {
    record TokenRequest(@NotBlank String username, @NotBlank String password, Optional<String> code) {
        @Override
        public String toString() {
            return "TokenRequest[" + username + "]";
        }
    }

    record TokenResponse(String token, Instant expiresAt) {}

    private final SignIn signIn;
    private final ApiTokens tokens;

    TokenController(SignIn signIn, ApiTokens tokens) {
        this.signIn = signIn;
        this.tokens = tokens;
    }

    @ApiCall(
            value = "A bearer token for a user name and a password.",
            refusals = {
                "401 sign-in-refused",
                "401 one-time-code-needed",
                "403 password-change-needed",
                "403 second-factor-needed"
            })
    @PostMapping("/api/v1/token")
    ResponseEntity<TokenResponse> token(@Valid @RequestBody TokenRequest request) {
        IssuedToken issued = tokens.issue(person(request));
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new TokenResponse(issued.token(), issued.expiresAt()));
    }

    @ApiCall(value = "Ends the bearer token of this request, and its sign-in, before it expires.", status = 204)
    @DeleteMapping("/api/v1/token")
    ResponseEntity<Void> end(@AuthenticationPrincipal SignedInPerson person) {
        tokens.end(person);
        return ResponseEntity.noContent().build();
    }

    private SignedInPerson person(TokenRequest request) {
        try {
            return signIn.withPassword(request.username(), request.password());
        } catch (PasskeyNeeded needed) {
            throw DomainRefusal.forbidden(
                    "second-factor-needed",
                    "One of your roles demands a second factor, and a passkey works in a browser only.",
                    "Set up one-time codes in the portal, under Sign-in and security.");
        } catch (SecondFactorNeeded needed) {
            String code = request.code()
                    .orElseThrow(() -> new DomainRefusal(
                            "one-time-code-needed",
                            "The password is right; this account also needs a one-time code.",
                            "Send it as \"code\" with the same request."));
            return signIn.withCode(needed.account(), code);
        }
    }
}
